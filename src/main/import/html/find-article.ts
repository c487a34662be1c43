import { Readability } from '@mozilla/readability'
import type { Markup } from '../markup.ts'
import { findContainer } from './container.ts'
import { collectPassages, elementAround, leadsAbove, missesBeginning } from './find-leads.ts'
import { markupOf } from './markup-of.ts'
import { measure } from './measures.ts'
import { takeLead } from './take-lead.ts'
import { lengthOfMarkup, textOfMarkup } from './text-of-markup.ts'

/** Readability has missed the article when it found less than this share of what the page calls its article. */
const LEAST_SHARE = 0.5

/** Largest share of links below a headline: more is a list of teasers. */
const MOST_LINKED = 0.2

/** What is known about the page before its article is looked for. */
export interface ArticleHints {
  readonly title: string | null
  readonly baseUrl: string | null
}

/** The article's blocks, and what may be wrong with them. */
export interface FoundArticle {
  readonly blocks: readonly Markup[]
  /** Whether what follows the headline is in them. */
  readonly hasBeginning: boolean
  /** Whether they are the smaller part of what the page calls its article. */
  readonly isOnlyPart: boolean
}

/**
 * The article's own blocks as Readability finds them, with the passages between them and the headline; null when
 * nothing on the page looks like one. Changes the document.
 */
export function findArticle(document: Document, hints: ArticleHints): FoundArticle | null {
  const { title, baseUrl } = hints
  const measures = measure(document.body)
  const passages = collectPassages(document.body, title, measures)
  const container = findContainer(document.body, measures)
  if (container?.rank === 3) takeLead(container.element, measures)
  const named = container !== null && container.rank >= 2 ? measures.of(container.element).text : 0
  const found = new Readability<Node>(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse()?.content
  const read = found === null || found === undefined ? null : markupOf(found, { baseUrl })
  if (read === null) return named === 0 ? null : { blocks: [], hasBeginning: false, isOnlyPart: true }
  const text = textOfMarkup(read)
  return {
    blocks: [...leadsAbove(passages, text), ...read],
    hasBeginning: !missesBeginning(passages, text),
    isOnlyPart: lengthOfMarkup(read) < named * LEAST_SHARE,
  }
}

/** The element that the page names as its article; null when it names none. Changes the document. */
export function articleNamed(document: Document, { title, baseUrl }: ArticleHints): readonly Markup[] | null {
  const measures = measure(document.body)
  const passages = collectPassages(document.body, title, measures)
  const container = findContainer(document.body, measures)
  if (container === null) return null
  if (container.rank === 3) takeLead(container.element, measures)
  const blocks = markupOf(container.element, { baseUrl })
  return [...leadsAbove(passages, textOfMarkup(blocks)), ...blocks]
}

/** What stands below the headline, whatever it is made of; null when there is no headline with text below it. */
export function articleBelowHeadline(document: Document, hints: ArticleHints): readonly Markup[] | null {
  const measures = measure(document.body)
  const around = elementAround(collectPassages(document.body, hints.title, measures))
  if (around === null) return null
  const { text, linked } = measures.of(around)
  return linked > text * MOST_LINKED ? null : markupOf(around, { baseUrl: hints.baseUrl })
}
