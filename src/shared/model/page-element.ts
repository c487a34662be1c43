/** A part of a page that may be chosen as the article, as an outline of the page names it; parts within it follow it. */
export interface PageElement {
  /** CSS selector that leads to it in the page as the extractor parses it. */
  readonly selector: string
  /** What it is called in the page: `article`, `div.story-body`, `section#comments`. */
  readonly name: string
  /** How many parts of the outline it lies in; 0 for the page itself. */
  readonly depth: number
  readonly words: number
  /** The beginning of its text, at most 600 characters, white space collapsed. */
  readonly text: string
}

/** The parts of a version's page, and which of them is its text by a person's choice. */
export interface PageOutline {
  readonly chosen: string | null
  readonly parts: readonly PageElement[]
}
