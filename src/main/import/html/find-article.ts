import { Readability } from '@mozilla/readability'
import type { Markup } from '../markup.ts'
import { findContainer } from './container.ts'
import { collectPassages, elementAround, leadsAbove, missesBeginning } from './find-leads.ts'
import { markupOf } from './markup-of.ts'
import { measure } from './measures.ts'
import { takeLead } from './take-lead.ts'
import { textOfMarkup } from './text-of-markup.ts'

/** Readability has missed the article when it found less than this share of what the page calls its article. */
const LEAST_SHARE = 0.5

/** Largest share of links below a headline: more is a list of teasers. */
const MOST_LINKED = 0.2

/** What is known about the page before its article is looked for. */
export interface ArticleHints {
  readonly title: string | null
  readonly baseUrl: string | null
}

/** The article's blocks, and whether what follows its headline is in them. */
export interface FoundArticle {
  readonly blocks: readonly Markup[]
  readonly hasBeginning: boolean
}

/**
 * The article's own blocks, or null when nothing on the page looks like one: what Readability finds, unless the page
 * names an element as its article of which Readability saw little; with the passages between it and its headline.
 * Changes the document.
 */
export function findArticle(document: Document, hints: ArticleHints): FoundArticle | null {
  const { title, baseUrl } = hints
  const measures = measure(document.body)
  const passages = collectPassages(document.body, title, measures)
  const container = findContainer(document.body, measures)
  if (container?.rank === 3) takeLead(container.element, measures)
  const named = container === null ? null : markupOf(container.element, { baseUrl })
  const found = new Readability<Node>(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse()?.content
  const read = found === null || found === undefined ? null : markupOf(found, { baseUrl })
  const article = chosen(read, named, container?.rank ?? 1)
  if (article === null) return null
  const text = textOfMarkup(article)
  return { blocks: [...leadsAbove(passages, text), ...article], hasBeginning: !missesBeginning(passages, text) }
}

/** What stands below the headline, whatever it is made of; null when there is no headline with text below it. */
export function articleBelowHeadline(document: Document, hints: ArticleHints): readonly Markup[] | null {
  const measures = measure(document.body)
  const around = elementAround(collectPassages(document.body, hints.title, measures))
  if (around === null) return null
  const { text, linked } = measures.of(around)
  return linked > text * MOST_LINKED ? null : markupOf(around, { baseUrl: hints.baseUrl })
}

function chosen(
  read: readonly Markup[] | null,
  named: readonly Markup[] | null,
  rank: 1 | 2 | 3,
): readonly Markup[] | null {
  if (read === null || named === null) return read ?? named
  const share = textOfMarkup(read).length / Math.max(1, textOfMarkup(named).length)
  return share < LEAST_SHARE && rank >= 2 ? named : read
}
