import type { Leaf } from './leaves.ts'
import { TAIL_LABEL, withoutSigns } from './leftover-words.ts'

/** Share of the text that must stand before what is cut off below an article. */
const LEAST_BEFORE = 0.4
/** A passage so long without links is no teaser, in UTF-16 units. */
const LEAST_PASSAGE = 260
const LONGEST_LABEL = 80

/** What follows under an article from a label such as "More on this" on, when only short pieces follow it. */
export function tailLeaves(leaves: readonly Leaf[]): readonly Leaf[] {
  const lengths = leaves.map(({ text }) => text.length)
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  let before = 0
  // From here on there is nothing longer than a teaser.
  const from = leaves.findLastIndex((leaf) => isPassage(leaf)) + 1
  for (const [index, leaf] of leaves.entries()) {
    if (index >= from && before >= whole * LEAST_BEFORE && isLabel(leaf)) return leaves.slice(index)
    before += leaf.text.length
  }
  return []
}

function isPassage({ text, linked, within }: Leaf): boolean {
  return text.length - linked >= LEAST_PASSAGE || (text.length > 0 && within.includes('table'))
}

function isLabel({ element, text, within }: Leaf): boolean {
  if (text.length > LONGEST_LABEL || !TAIL_LABEL.test(withoutSigns(text))) return false
  return /^h[1-6]$/.test(element.name) || !within.includes('li')
}
