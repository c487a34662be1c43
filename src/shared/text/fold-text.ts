import type { TextRange } from './text-range.ts'

/**
 * A text with differences taken away that typography makes and meaning does not, and the way back: `edits` are the
 * places where it differs from the original, in order. Everywhere else the two run in parallel, so the map costs
 * memory only where something was folded.
 */
export interface FoldedText {
  readonly text: string
  readonly edits: readonly FoldEdit[]
}

/** One place where the folded text differs: `length` units stand for `originalLength` units of the original. */
interface FoldEdit {
  readonly start: number
  readonly length: number
  readonly originalStart: number
  readonly originalLength: number
}

// Invisible characters that copying adds or drops: soft hyphen, zero-width space, word joiner, byte order mark, and
// the direction marks that browsers put around mixed text.
const INVISIBLE = '\\u00ad\\u200b\\u2060\\ufeff\\u200e\\u200f\\u061c'
const DASH = '\\-\\u2010-\\u2015\\u2212'
const FOLDABLE = new RegExp(
  `(?<space>[\\s${INVISIBLE}]{2,}|[\\t-\\r\\u0085\\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000${INVISIBLE}])` +
    `|(?<dash>[${DASH}]{2,}|[\\u2010-\\u2015\\u2212])` +
    '|(?<single>[\\u2018-\\u201b\\u2032\\u02bc\\u2039\\u203a`\\u00b4])' +
    '|(?<double>[\\u201c-\\u201f\\u2033\\u00ab\\u00bb])' +
    '|(?<compatible>[\\ufb00-\\ufb06\\u2026])',
  'g',
)
const ONLY_INVISIBLE = new RegExp(`^[${INVISIBLE}]+$`)

/**
 * Folds white space runs to one space, quotation marks and dashes to their ASCII forms (a run of dashes to one, as
 * `--` is typed for —), Latin ligatures and the ellipsis to letters and dots; drops soft hyphens and other invisible
 * characters. Case and letters stay: they carry meaning. Linear in the text.
 */
export function foldText(text: string): FoldedText {
  const pieces: string[] = []
  const edits: FoldEdit[] = []
  let copied = 0
  let folded = 0
  for (const match of text.matchAll(FOLDABLE)) {
    const replacement = foldOne(match)
    if (replacement === match[0]) continue
    pieces.push(text.slice(copied, match.index), replacement)
    folded += match.index - copied
    edits.push({
      start: folded,
      length: replacement.length,
      originalStart: match.index,
      originalLength: match[0].length,
    })
    folded += replacement.length
    copied = match.index + match[0].length
  }
  pieces.push(text.slice(copied))
  return { text: pieces.join(''), edits }
}

/**
 * The original's range of a range of the folded text; undefined when an end lies inside a folded piece (half of a
 * ligature), where the original has no such place. White space folded away at the edges stays outside the range.
 */
export function unfoldRange(folded: FoldedText, range: TextRange): TextRange | undefined {
  const start = unfoldOffset(folded.edits, range.start, 'start')
  const end = unfoldOffset(folded.edits, range.end, 'end')
  return start === undefined || end === undefined ? undefined : { start, end }
}

/** The folded text's range of a range of the original; an end inside a folded piece takes the whole piece in. */
export function foldRange(folded: FoldedText, range: TextRange): TextRange {
  return { start: foldOffset(folded.edits, range.start, 'start'), end: foldOffset(folded.edits, range.end, 'end') }
}

function foldOne(match: RegExpExecArray): string {
  const groups = match.groups ?? {}
  if (groups.space !== undefined) return ONLY_INVISIBLE.test(match[0]) ? '' : ' '
  if (groups.dash !== undefined) return '-'
  if (groups.single !== undefined) return "'"
  if (groups.double !== undefined) return '"'
  return match[0].normalize('NFKC')
}

function foldOffset(edits: readonly FoldEdit[], offset: number, side: 'start' | 'end'): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((edits[middle]?.originalStart ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  const edit = edits[low - 1]
  if (edit === undefined) return offset
  const past = offset - (edit.originalStart + edit.originalLength)
  if (past < 0) return side === 'start' ? edit.start : edit.start + edit.length
  return edit.start + edit.length + past
}

/** A start lies after pieces that were dropped before it, an end before pieces that were dropped after it. */
function unfoldOffset(edits: readonly FoldEdit[], offset: number, side: 'start' | 'end'): number | undefined {
  const edit = edits[countBefore(edits, offset, side) - 1]
  if (edit === undefined) return offset
  const past = offset - (edit.start + edit.length)
  return past < 0 ? undefined : edit.originalStart + edit.originalLength + past
}

/** How many edits begin before the offset; a dropped piece exactly there counts for a start only. Binary search. */
function countBefore(edits: readonly FoldEdit[], offset: number, side: 'start' | 'end'): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const edit = edits[middle]
    const before =
      edit !== undefined && (edit.start < offset || (side === 'start' && edit.start === offset && edit.length === 0))
    if (before) low = middle + 1
    else high = middle
  }
  return low
}
