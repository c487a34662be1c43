import type { TextQuote } from '../../../shared/model/annotation.ts'
import { anchorQuote } from '../../../shared/text/anchor-quote.ts'
import { fromCodePoints } from '../../../shared/text/code-points.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import { prepareText } from '../../../shared/text/prepare-text.ts'
import type { TextRange } from '../../../shared/text/text-range.ts'
import { parsePage } from '../html/parse-page.ts'
import { findByCfi, parseCfi } from './find-by-cfi.ts'
import { findByXpath } from './find-by-xpath.ts'
import type { ForeignPlace, OffsetUnit } from './foreign-place.ts'
import { blockEdgesOf, lengthBefore, textOf } from './text-nodes.ts'

/** Code units of context that a foreign highlight is given: more than is stored, since its place is known exactly here. */
const CONTEXT = 64

/** A highlight as another program states it. `quote` null or empty: only its place is known. */
export interface ForeignHighlight {
  readonly quote: string | null
  readonly place: ForeignPlace | null
}

/** Finds the words of highlights in the article they were made on; null when neither place nor quote says any. */
export type LocateHighlight = (highlight: ForeignHighlight) => TextQuote | null

/**
 * THE door for readers whose source gives highlights with places of its own. Open the article's HTML as the source has
 * it once, then turn each highlight into words with context, which is what a draft's highlight holds:
 *
 *     const locate = openHighlights(content)          // wallabag: `content`; Readeck: the article; EPUB: the chapter
 *     const place = { kind: 'xpath', start: range.start, startOffset: Number(range.startOffset),
 *       end: range.end, endOffset: Number(range.endOffset), unit: 'utf16' } as const
 *     const found = locate({ quote: annotation.quote, place })
 *     if (found !== null) highlights.push({ ...found, quote: found.exact, color, note, tags, created })
 *
 * The place is checked against the quote. Where they agree (white space and typography aside) the words around the place
 * become prefix and suffix, so that a passage that stands several times is found again at the right one. Where they do
 * not, or there is no place, the quote is looked for in the article by the ladder of `anchorQuote`, near the place; not
 * found there either, it is given back without context. With a place alone the words that stand there are the quote; one
 * that leads past its node's end is no place. Words of neighbouring blocks are parted by a line end, as in our texts.
 * Never throws; HTML that cannot be parsed leaves the quotes as they are. Code points: `unit: 'code-points'` (Readeck).
 */
export function openHighlights(html: string): LocateHighlight {
  const parsed = parsePage(html)
  if (!parsed.ok) return ({ quote }) => bare(quote)
  const container = parsed.value.body
  const root = parsed.value.documentElement
  const text = prepareText(textOf(container))
  const edges = blockEdgesOf(container)
  const take = (from: number, to: number): string => withLineEnds(text.text, edges, from, to)
  return ({ quote, place }) => {
    const range = place === null ? undefined : rangeOf(root, container, place)
    const stated = quote?.trim() ?? ''
    if (stated === '') return range === undefined ? null : withContext(take, range)
    if (range !== undefined && isSame(text.text.slice(range.start, range.end), stated)) {
      return withContext(take, range, quote)
    }
    const hint = range === undefined ? undefined : { ...range, textLength: text.text.length }
    const found = anchorQuote({ text, quote: { exact: stated, prefix: '', suffix: '' }, hint })
    return found === null ? bare(quote) : withContext(take, found, quote)
  }
}

function rangeOf(root: Element, container: Element, place: ForeignPlace): TextRange | undefined {
  const [start, end] = endsOf(root, container, place)
  return start === undefined || end === undefined || start >= end ? undefined : { start, end }
}

function endsOf(
  root: Element,
  container: Element,
  place: ForeignPlace,
): readonly [number | undefined, number | undefined] {
  if (place.kind === 'offsets') {
    const text = textOf(container)
    return [inUnits(text, place.start, place.unit), inUnits(text, place.end, place.unit)]
  }
  if (place.kind === 'cfi') {
    const start = parseCfi(place.start)
    const end = place.end === null ? start : parseCfi(place.end)
    return [findByCfi(root, container, start.start), findByCfi(root, container, end.end)]
  }
  return [
    pathOffset(container, place.start, place.startOffset, place.unit),
    pathOffset(container, place.end, place.endOffset, place.unit),
  ]
}

function pathOffset(container: Element, path: string, offset: number, unit: OffsetUnit): number | undefined {
  const nodes = findByXpath(container, path)
  const first = nodes?.[0]
  if (nodes === undefined || first === undefined) return undefined
  const within = inUnits(nodes.map(textOf).join(''), offset, unit)
  return within === undefined ? undefined : lengthBefore(container, first) + within
}

/** An offset in UTF-16 code units; undefined for one that is none or lies past the end. */
function inUnits(text: string, offset: number, unit: OffsetUnit): number | undefined {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return undefined
  if (unit === 'utf16') return offset
  return offset > Array.from(text).length ? undefined : fromCodePoints(text, offset)
}

/** At a known place no white space need agree: a browser puts line ends between blocks, a tree's text does not. */
function isSame(found: string, stated: string): boolean {
  const letters = (text: string): string => foldText(text.normalize('NFC')).text.replaceAll(/\s+/g, '')
  return letters(found) === letters(stated)
}

type TakeText = (from: number, to: number) => string

/** A stretch of the text, with a line end where a block begins or ends and no white space parts the words. */
function withLineEnds(text: string, edges: readonly number[], from: number, to: number): string {
  const [start, end] = [Math.max(0, from), Math.min(text.length, to)]
  const within = edges.filter((edge) => edge > start && edge < end && !/\s/.test(text.slice(edge - 1, edge + 1)))
  const cuts = [start, ...within, end]
  const taken = cuts.slice(1).map((cut, index) => text.slice(cuts[index], cut))
  return taken.join('\n')
}

/** The stated words stay the quote, for they are what its maker read. */
function withContext(take: TakeText, { start, end }: TextRange, quote: string | null = null): TextQuote {
  // Taken together with the passage: a block's edge right beside it is a line end of the context.
  const [before, after] = [take(start - CONTEXT, end), take(start, end + CONTEXT)]
  const within = take(start, end)
  return {
    exact: quote !== null && quote.trim() !== '' ? quote : within,
    prefix: before.slice(0, before.length - within.length),
    suffix: after.slice(within.length),
  }
}

function bare(quote: string | null): TextQuote | null {
  return quote === null || quote.trim() === '' ? null : { exact: quote, prefix: '', suffix: '' }
}
