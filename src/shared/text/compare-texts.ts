import type { ComparedParagraph, ComparedRun, TextComparison } from '../model/comparison.ts'
import { compareWords } from './compare-words.ts'
import { pairParagraphs } from './pair-paragraphs.ts'
import { splitParagraphs, type Paragraph } from './split-paragraphs.ts'
import { isSpoken, splitWords } from './word-index.ts'

/**
 * Compares two texts for people: paragraph by paragraph, word by word within those that changed, with moved ones told as
 * moved. Differences of white space around paragraphs are none.
 */
export function compareTexts(from: string, to: string): Omit<TextComparison, 'from' | 'to'> {
  const [old, renewed] = [splitParagraphs(from), splitParagraphs(to)]
  const pairs = new Map(pairParagraphs(old, renewed).map((pair) => [pair.to, pair]))
  const paired = new Set([...pairs.values()].map((pair) => pair.from))
  const gone = removedBefore(old, paired, pairs)
  const paragraphs = [...renewed.entries(), [renewed.length, undefined] as const].flatMap(([index, paragraph]) => {
    const removed = (gone.get(index) ?? []).map(removedParagraph)
    if (paragraph === undefined) return removed
    const pair = pairs.get(index)
    const before = pair === undefined ? undefined : old[pair.from]
    return [...removed, comparedParagraph(before, paragraph, pair?.moved ?? false)]
  })
  return {
    paragraphs,
    added: countWords(paragraphs, 'added'),
    removed: countWords(paragraphs, 'removed'),
    moved: paragraphs.filter(({ kind }) => kind === 'moved').length,
  }
}

/** Paragraphs that went, by the new paragraph they stood before: the next that stayed in its place. */
function removedBefore(
  old: readonly Paragraph[],
  paired: ReadonlySet<number>,
  pairs: ReadonlyMap<number, { readonly from: number; readonly to: number; readonly moved: boolean }>,
): ReadonlyMap<number, readonly Paragraph[]> {
  const stayed = new Map([...pairs.values()].filter(({ moved }) => !moved).map(({ from, to }) => [from, to]))
  const gone = new Map<number, Paragraph[]>()
  // After the last paragraph that stayed before it, so that it stands where it stood.
  let next = 0
  old.forEach((paragraph, index) => {
    const place = stayed.get(index)
    if (place !== undefined) next = place + 1
    else if (!paired.has(index)) gone.set(next, [...(gone.get(next) ?? []), paragraph])
  })
  return gone
}

function removedParagraph(paragraph: Paragraph): ComparedParagraph {
  return { kind: 'removed', from: stretch(paragraph), to: null, runs: [{ kind: 'removed', text: paragraph.text }] }
}

function comparedParagraph(before: Paragraph | undefined, now: Paragraph, moved: boolean): ComparedParagraph {
  const to = stretch(now)
  if (before === undefined) return { kind: 'added', from: null, to, runs: [{ kind: 'added', text: now.text }] }
  const runs: readonly ComparedRun[] =
    before.text === now.text ? [{ kind: 'same', text: now.text }] : compareWords(before.text, now.text)
  const changed = runs.some(({ kind }) => kind !== 'same')
  return { kind: moved ? 'moved' : changed ? 'changed' : 'same', from: stretch(before), to, runs }
}

function stretch({ start, end }: Paragraph): { readonly start: number; readonly end: number } {
  return { start, end }
}

function countWords(paragraphs: readonly ComparedParagraph[], wanted: ComparedRun['kind']): number {
  return paragraphs
    .flatMap(({ runs }) => runs)
    .filter(({ kind }) => kind === wanted)
    .reduce((sum, { text }) => sum + splitWords(text).filter(({ key }) => isSpoken(key)).length, 0)
}
