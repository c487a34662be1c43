import type { TextRange } from '../../src/shared/text/text-range.ts'
import type { AnchoringCase } from './cases.ts'
import type { Outcome } from './outcome.ts'

/** One miss as text to look at: the quote in its context, where it should be, where it was put. */
export function formatMiss(strategy: string, outcome: Outcome, one: AnchoringCase, found: TextRange | null): string {
  const { quote, kind, source, expected, renewed } = one
  const show = (range: TextRange | null): string =>
    range === null
      ? '(orphan)'
      : `${JSON.stringify(renewed.text.slice(Math.max(0, range.start - 32), range.start))} | ${JSON.stringify(renewed.text.slice(range.start, range.end))}`
  return [
    `${outcome}: ${kind}, ${source}, ${strategy}`,
    `  quote     ${JSON.stringify(quote.prefix)} | ${JSON.stringify(quote.exact)} | ${JSON.stringify(quote.suffix)}`,
    `  expected  ${show(expected)}`,
    `  found     ${show(found)}`,
    '',
  ].join('\n')
}
