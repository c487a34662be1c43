import { diffArrays } from 'diff'
import { foldText } from './fold-text.ts'
import { paragraphLikeness, wordBag, type WordBag } from './paragraph-likeness.ts'
import type { Paragraph } from './split-paragraphs.ts'

/** A paragraph of the old text and the one it became, by index; `moved` when others that stayed stand between. */
export interface ParagraphPair {
  readonly from: number
  readonly to: number
  readonly moved: boolean
}

/** Share of common words from which a paragraph in the same place is the same, changed; and one elsewhere, moved. */
const CHANGED = 0.4
const MOVED = 0.7
/** Fewest words of a paragraph that is looked for elsewhere: a short line may stand anywhere by chance. */
const LEAST_MOVED = 4
/** Most comparisons of paragraphs with each other; beyond it only equal ones are looked for. */
const MOST_COMPARISONS = 250_000
/** Milliseconds for the order of whole paragraphs. */
const PATIENCE = 2000

/**
 * Which paragraph became which: the longest order that both texts have in common, then alike ones between its parts, then
 * equal and alike ones anywhere, which moved. A paragraph in no pair was taken out or put in.
 */
export function pairParagraphs(from: readonly Paragraph[], to: readonly Paragraph[]): readonly ParagraphPair[] {
  const { pairs, gaps } = commonOrder(from.map(keyOf), to.map(keyOf))
  const bags = { from: from.map(({ text }) => wordBag(text)), to: to.map(({ text }) => wordBag(text)) }
  const inPlace = gaps.flatMap((gap) => alikeInOrder(gap, bags))
  const kept = [...pairs, ...inPlace]
  return [...kept, ...elsewhere(kept, bags)].toSorted((a, b) => a.to - b.to)
}

interface Bags {
  readonly from: readonly WordBag[]
  readonly to: readonly WordBag[]
}

/** Paragraphs of both texts between two that stayed, by index. */
interface Gap {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

function keyOf({ text }: Paragraph): string {
  return foldText(text).text
}

function commonOrder(
  from: readonly string[],
  to: readonly string[],
): { readonly pairs: readonly ParagraphPair[]; readonly gaps: readonly Gap[] } {
  const pairs: ParagraphPair[] = []
  const gaps: { from: number[]; to: number[] }[] = []
  let [left, right] = [0, 0]
  let gap: { from: number[]; to: number[] } | undefined
  const changes = diffArrays([...from], [...to], { timeout: PATIENCE }) ?? [
    { value: from, removed: true, added: false },
    { value: to, removed: false, added: true },
  ]
  for (const { value, added, removed } of changes) {
    if (!added && !removed) {
      gap = undefined
      pairs.push(...value.map(() => ({ from: left++, to: right++, moved: false })))
      continue
    }
    if (gap === undefined) gaps.push((gap = { from: [], to: [] }))
    if (removed) gap.from.push(...value.map(() => left++))
    else gap.to.push(...value.map(() => right++))
  }
  return { pairs, gaps }
}

/** The best alike pairs of a gap that keep its order (longest weighted common subsequence). */
function alikeInOrder({ from, to }: Gap, bags: Bags): readonly ParagraphPair[] {
  if (from.length * to.length > MOST_COMPARISONS || from.length === 0 || to.length === 0) return []
  const likeness = from.map((left) => to.map((right) => likenessOf(bags, left, right)))
  const best = Array.from({ length: from.length + 1 }, () => new Float64Array(to.length + 1))
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0
  for (let row = from.length - 1; row >= 0; row--) {
    for (let column = to.length - 1; column >= 0; column--) {
      const alike = likeness[row]?.[column] ?? 0
      const paired = alike < CHANGED ? 0 : alike + at(row + 1, column + 1)
      const line = best[row]
      if (line !== undefined) line[column] = Math.max(paired, at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: ParagraphPair[] = []
  for (let row = 0, column = 0; row < from.length && column < to.length;) {
    const here = at(row, column)
    if (here === at(row + 1, column)) row++
    else if (here === at(row, column + 1)) column++
    else pairs.push({ from: from[row++] ?? 0, to: to[column++] ?? 0, moved: false })
  }
  return pairs
}

/** Of what is left, the most alike first. */
function elsewhere(kept: readonly ParagraphPair[], bags: Bags): readonly ParagraphPair[] {
  const [usedFrom, usedTo] = [new Set(kept.map(({ from }) => from)), new Set(kept.map(({ to }) => to))]
  const free = (all: readonly WordBag[], used: ReadonlySet<number>): readonly number[] =>
    all.flatMap(({ size }, index) => (used.has(index) || size < LEAST_MOVED ? [] : [index]))
  const [from, to] = [free(bags.from, usedFrom), free(bags.to, usedTo)]
  if (from.length * to.length > MOST_COMPARISONS) return []
  const alike = from
    .flatMap((left) => to.map((right) => ({ from: left, to: right, likeness: likenessOf(bags, left, right) })))
    .filter(({ likeness }) => likeness >= MOVED)
    .toSorted((a, b) => b.likeness - a.likeness)
  const pairs: ParagraphPair[] = []
  for (const pair of alike) {
    if (usedFrom.has(pair.from) || usedTo.has(pair.to)) continue
    usedFrom.add(pair.from)
    usedTo.add(pair.to)
    pairs.push({ from: pair.from, to: pair.to, moved: true })
  }
  return pairs
}

function likenessOf({ from, to }: Bags, left: number, right: number): number {
  const [a, b] = [from[left], to[right]]
  return a === undefined || b === undefined ? 0 : paragraphLikeness(a, b)
}
