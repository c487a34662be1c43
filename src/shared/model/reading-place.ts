/** A place a reader came to, in a rendition's text: offset in UTF-16 code units, share of the text 0 to 1. */
export interface ReadingPlace {
  readonly version: number
  readonly rendition: number
  readonly offset: number
  readonly share: number
}

/** Where a reader stopped, and the furthest read; null = never opened. On the current rendition, found there again where the text changed. */
export interface ReadingPosition {
  readonly stopped: ReadingPlace | null
  readonly furthest: ReadingPlace | null
}
