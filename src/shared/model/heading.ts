/** A heading within an article's text: its words, level 1 to 6, and where it begins (UTF-16 code units). */
export interface Heading {
  readonly text: string
  readonly level: number
  readonly start: number
}
