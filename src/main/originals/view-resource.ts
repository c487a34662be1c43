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

/** A file that came with a page: its address as the page writes it, or its path from the page on. */
export interface OriginalFile extends ViewResource {
  readonly address: string
}
