import search from 'approx-string-match'
import type { TextQuote } from '../../src/shared/model/annotation.ts'
import { anchorQuote } from '../../src/shared/text/anchor-quote.ts'
import { exactPlaces } from '../../src/shared/text/find-places.ts'
import type { PreparedText } from '../../src/shared/text/prepare-text.ts'
import type { TextRange } from '../../src/shared/text/text-range.ts'

/** A quote made on one text, to be found in another. */
export interface Question extends TextRange {
  readonly quote: TextQuote
  readonly old: PreparedText
  readonly renewed: PreparedText
}

type Strategy = (question: Question) => TextRange | null

/** As Hypothesis bounds its search: half of the quote may differ, at most 256 letters. */
const MOST_ERRORS = 256

/** What is compared: the ladder with the old text known, the same with selectors alone, and each part by itself. */
export const STRATEGIES: Readonly<Record<string, Strategy>> = {
  'ladder, old text known': ({ quote, old, renewed, start, end }) =>
    anchorQuote({ text: renewed, quote, hint: { start, end, textLength: old.text.length, text: old } }),
  'ladder, selectors alone': ({ quote, old, renewed, start, end }) =>
    anchorQuote({ text: renewed, quote, hint: { start, end, textLength: old.text.length } }),
  'quote alone': ({ quote, renewed }) => exactPlaces(renewed.text, quote.exact)[0] ?? null,
  'position alone': ({ renewed, start, end }) => (end > renewed.text.length ? null : { start, end }),
  'approx-string-match alone': ({ quote, renewed }) =>
    search(renewed.text, quote.exact, Math.min(MOST_ERRORS, Math.floor(quote.exact.length / 2)))[0] ?? null,
}
