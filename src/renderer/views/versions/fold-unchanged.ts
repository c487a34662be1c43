import type { ComparedParagraph } from '../../../shared/model/comparison.ts'

/** A line of a comparison as it is shown: a paragraph, or a stretch of unchanged ones that is folded away. */
export type ComparedLine =
  | { readonly kind: 'paragraph'; readonly at: number; readonly paragraph: ComparedParagraph }
  | { readonly kind: 'folded'; readonly at: number; readonly paragraphs: readonly ComparedParagraph[] }

/** Unchanged paragraphs that stay in sight on either side of a change. */
const AROUND = 1
/** Fewer than these are not worth folding. */
const LEAST = 3

/** Folds what did not change and is not beside a change; `opened` holds the first indexes of stretches asked for. */
export function foldUnchanged(
  paragraphs: readonly ComparedParagraph[],
  opened: ReadonlySet<number>,
): readonly ComparedLine[] {
  const isNear = paragraphs.map((_, at) =>
    paragraphs.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same'),
  )
  const lines: ComparedLine[] = []
  for (let at = 0; at < paragraphs.length;) {
    const until = endOfStretch(isNear, at)
    const isFolded = until - at >= LEAST && !opened.has(at)
    if (isFolded) lines.push({ kind: 'folded', at, paragraphs: paragraphs.slice(at, until) })
    else lines.push(...plainLines(paragraphs, at, Math.max(until, at + 1)))
    at = Math.max(until, at + 1)
  }
  return lines
}

function plainLines(paragraphs: readonly ComparedParagraph[], from: number, until: number): readonly ComparedLine[] {
  return paragraphs.slice(from, until).map((paragraph, index) => ({ kind: 'paragraph', at: from + index, paragraph }))
}

function endOfStretch(isNear: readonly boolean[], from: number): number {
  let at = from
  while (at < isNear.length && isNear[at] === false) at++
  return at
}
