/** A file of the window, in memory. */
export interface WindowAsset {
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** The name stays when the content changes, so that it must not be cached. */
  readonly fixed: boolean
}

/** The window's files by their path, with a slash first. A list, not a folder: a path is only ever looked up. */
export type WindowAssets = ReadonlyMap<string, WindowAsset>
