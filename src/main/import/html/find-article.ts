import { Readability } from '@mozilla/readability'
import type { Markup } from '../markup.ts'
import { findContainer } from './container.ts'
import { markupOf } from './markup-of.ts'
import { measure } from './measures.ts'
import { takeLead } from './take-lead.ts'
import { textOfMarkup } from './text-of-markup.ts'

/** Readability has missed the article when it found less than this share of what the page calls its article. */
const LEAST_SHARE = 0.5

/**
 * The article's own blocks, or null when nothing on the page looks like one: what Readability finds, unless the page
 * names an element as its article of which Readability saw little. Changes the document.
 */
export function findArticle(document: Document, baseUrl: string | null): readonly Markup[] | null {
  const measures = measure(document.body)
  const container = findContainer(document.body, measures)
  if (container?.rank === 3) takeLead(container.element, measures)
  const named = container === null ? null : markupOf(container.element, { baseUrl })
  const found = new Readability<Node>(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse()?.content
  const read = found === null || found === undefined ? null : markupOf(found, { baseUrl })
  if (container === null || named === null) return read
  if (read === null) return named
  const share = textOfMarkup(read).length / Math.max(1, textOfMarkup(named).length)
  return share < LEAST_SHARE && container.rank >= 2 ? named : read
}
