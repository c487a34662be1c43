import type { Measures } from './measures.ts'
import { walkElements } from './walk.ts'

/** How far above the article's body its headline may stand. */
const LEAD_LEVELS = 5
/** Prose of a lead-in, in characters: shorter is a label, longer a text of its own. */
const LEAD_PROSE = { least: 50, most: 900 }
/** Largest share of links in a lead-in. */
const MOST_LINKED = 0.3

/**
 * Moves what stands between the headline and the article's body (lead-in, lead picture) into the body: Readability
 * takes the body alone, and both would be lost. Does nothing when no headline stands above.
 */
export function takeLead(container: Element, measures: Measures): void {
  const lead: Element[] = []
  let level: Element | null = container
  for (let step = 0; step < LEAD_LEVELS && level !== null && level.tagName !== 'BODY'; step++) {
    for (let node = level.previousElementSibling; node !== null; node = node.previousElementSibling) {
      const headline = node.tagName === 'H1' ? node : (node.getElementsByTagName('h1')[0] ?? null)
      lead.unshift(...leadsIn(node, headline, measures))
      if (headline === null) continue
      for (const element of lead.reverse()) container.insertBefore(element, container.firstChild)
      return
    }
    level = level.parentElement
  }
}

/** The lead-in and the picture within one element, those after the headline only. */
function leadsIn(root: Element, headline: Element | null, measures: Measures): readonly Element[] {
  const found: Element[] = []
  let isAfter = headline === null
  const visit = (element: Element): void => {
    if (element === headline) isAfter = true
    else if (isAfter && !found.some((known) => known.contains(element)) && isLead(element, measures))
      found.push(element)
  }
  visit(root)
  if (found.length === 0) walkElements(root, visit)
  return found
}

function isLead(element: Element, measures: Measures): boolean {
  if (element.tagName === 'FIGURE') return element.getElementsByTagName('img').length > 0
  if (
    !/^(?:P|DIV|H2|H3|STRONG|SPAN|SECTION)$/.test(element.tagName) ||
    element.getElementsByTagName('figure').length > 0
  )
    return false
  const { text, linked, prose } = measures.of(element)
  return prose >= LEAD_PROSE.least && text <= LEAD_PROSE.most && linked <= text * MOST_LINKED
}
