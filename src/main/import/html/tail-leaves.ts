import type { Leaf } from './leaves.ts'
import { TAIL_LABEL, withoutSigns } from './leftover-words.ts'

/** Share of the text that must stand before what is cut off below an article. */
const LEAST_BEFORE = 0.4
/** A passage so long without links is no teaser, in UTF-16 units. */
const LEAST_PASSAGE = 260
const LONGEST_LABEL = 80

/** What follows under an article from a label such as "More on this" on, when only short pieces follow it. */
export function tailLeaves(leaves: readonly Leaf[]): readonly Leaf[] {
  const whole = leaves.reduce((sum, { text }) => sum + text.length, 0)
  const place = placeOfParagraphs(leaves)
  // From here on there is nothing but teasers.
  const from = leaves.findLastIndex((leaf) => isPassage(leaf, place)) + 1
  let before = 0
  for (const [index, leaf] of leaves.entries()) {
    if (index >= from && before >= whole * LEAST_BEFORE && isLabel(leaf)) return leaves.slice(index)
    before += leaf.text.length
  }
  return []
}

/** The blocks in which most paragraphs stand: the article's own, where a short one too goes on with it. */
function placeOfParagraphs(leaves: readonly Leaf[]): string {
  const counts = new Map<string, number>()
  for (const { element, text, within } of leaves) {
    const place = within.join('/')
    if (element.name === 'p' && text.length > LONGEST_LABEL) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

function isPassage({ element, text, linked, within }: Leaf, place: string): boolean {
  if (text.length - linked >= LEAST_PASSAGE || (text !== '' && within.includes('table'))) return true
  return element.name === 'p' && linked === 0 && /[.!?…。！？"”“»]$/u.test(text) && within.join('/') === place
}

function isLabel({ element, text, within }: Leaf): boolean {
  if (text.length > LONGEST_LABEL || !TAIL_LABEL.test(withoutSigns(text))) return false
  return /^h[1-6]$/.test(element.name) || !within.includes('li')
}
