import type { Leaf } from './leaves.ts'

/** Shorter passages may be meant twice (refrains, headings of tables), in characters without white space. */
const LEAST = { passage: 80, pulled: 35 }
/** Longer quotations are no pull quotes. */
const LONGEST_PULLED = 320

/** Where more of the text than this share repeats itself, it is meant to. */
const MOST_REPEATED = 0.2

/** Passages that stand there twice: copies for other screens, and sentences pulled out of the text as its ornament. */
export function repeatedLeaves(leaves: readonly Leaf[]): readonly Leaf[] {
  const keys = leaves.map(({ text }) => squash(text))
  const known = new Set<string>()
  const repeated: Leaf[] = []
  for (const [index, leaf] of leaves.entries()) {
    const key = keys[index] ?? ''
    if (key.length >= LEAST.passage && known.has(key) && !isTabular(leaf)) repeated.push(leaf)
    else if (
      isPulled(leaf, key) &&
      keys.some((other, at) => at !== index && other.length > key.length && other.includes(key))
    )
      repeated.push(leaf)
    known.add(key)
  }
  const length = (some: readonly Leaf[]): number => some.reduce((sum, { text }) => sum + text.length, 0)
  return length(repeated) > length(leaves) * MOST_REPEATED ? [] : repeated
}

function isTabular({ within }: Leaf): boolean {
  return within.includes('table') || within.includes('pre')
}

function isPulled({ element, within }: Leaf, key: string): boolean {
  const isSetOff = element.name === 'blockquote' || within.includes('blockquote') || within.includes('aside')
  return isSetOff && key.length >= LEAST.pulled && key.length <= LONGEST_PULLED
}

function squash(text: string): string {
  return text.replace(/[\s"'„“”«»‘’‚›‹]+/gu, '')
}
