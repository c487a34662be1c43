/** What another program's offsets count: UTF-16 code units (JavaScript, Java) or Unicode code points (Go, Python). */
export type OffsetUnit = 'utf16' | 'code-points'

/**
 * A highlight's place as another program states it, end exclusive:
 * - `offsets`: in the text of the whole container (its `textContent`), as W3C's `TextPositionSelector`;
 * - `xpath`: a path to an element or text node and an offset in its text, as W3C's `RangeSelector` with text offsets
 *   (wallabag, Readeck, Hypothesis, Obsidian's clipper); paths begin at the container or are absolute;
 * - `cfi`: EPUB canonical fragment identifiers in one document: `start` and `end`, or one with a range (`end` null).
 */
export type ForeignPlace =
  | { readonly kind: 'offsets'; readonly start: number; readonly end: number; readonly unit: OffsetUnit }
  | {
      readonly kind: 'xpath'
      readonly start: string
      readonly startOffset: number
      readonly end: string
      readonly endOffset: number
      readonly unit: OffsetUnit
    }
  | { readonly kind: 'cfi'; readonly start: string; readonly end: string | null }
