/** A half-open stretch of a text, in UTF-16 code units. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** Words of a paragraph that stayed, came or went, with the white space that belongs to them. */
export interface ComparedRun {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/**
 * One paragraph of two compared texts: where it stands in either (null: not there) and its words. `moved`: it stands
 * elsewhere, with or without changed words; it is told once, at its new place.
 */
export interface ComparedParagraph {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  readonly from: Stretch | null
  readonly to: Stretch | null
  readonly runs: readonly ComparedRun[]
}

/** Two versions' texts compared by words. Paragraphs stand in the order of the new text; removed ones where they stood before. */
export interface TextComparison {
  /** Numbers of the versions. */
  readonly from: number
  readonly to: number
  readonly paragraphs: readonly ComparedParagraph[]
  /** Words that came and went, and paragraphs that moved. */
  readonly added: number
  readonly removed: number
  readonly moved: number
}
