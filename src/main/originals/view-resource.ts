/** Something that a page shows, as it is served beside it. */
export interface ViewResource {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** An original made harmless, to be shown in a frame. */
export interface OriginalView {
  readonly html: string
  readonly resources: readonly ViewResource[]
}
