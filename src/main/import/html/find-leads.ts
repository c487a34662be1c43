import type { Markup } from '../markup.ts'
import { element } from '../markup.ts'
import { markupOf } from './markup-of.ts'
import type { Measures } from './measures.ts'
import { titleSimilarity } from './metadata/title.ts'
import { collapse, isElement, lineOf, walk } from './walk.ts'
import { classOf, marksOf } from './marks-of.ts'

/** A passage between headline and article, or the article's own beginning. */
export interface Lead {
  /** The beginning of its text without white space, by which it is found again. */
  readonly key: string
  readonly length: number
  readonly isAfterHeadline: boolean
  readonly isBelowHeadline: boolean
  readonly source: Element
  readonly content: Markup
}

/** Names that pages give to the passage above an article that belongs to its text. */
const LEAD_MARK =
  /(?:^|[\s_-])(?:lead|lede|leadin|intro(?:duction)?|teaser(?:-?text)?|stand-?first|dek|deck|excerpt|summary|abstract|chapo|chapeau|vorspann|anriss|bajada|copete|entradilla|ingress|preamble|sub-?head(?:line)?|sub-?title)(?:$|[\s_-])/i
const HEADLINE_MARK = /(?:^|[\s_-])(?:headline|title|titel|h1)(?:$|[\s_-])/i
const CAPTION_MARK = /caption|credit|figure|byline|author|bread-?crumb/i
const PASSAGES = new Set(['P', 'DIV', 'H2', 'H3', 'H4', 'STRONG', 'SPAN', 'SECTION', 'EM', 'B'])

const HOLDERS = new Set(['DIV', 'SECTION', 'SPAN'])

/** Prose of a passage, in characters: shorter is a label, longer a text of its own. */
const PROSE = { least: 50, most: 900 }
const MOST_LINKED = 0.3
/** A headline that says this much of the title. */
const LEAST_LIKENESS = 0.6
const LONGEST_HEADLINE = 300
/** A line so long is a sentence without its stop too. */
const UNPUNCTUATED = 90
const KEY_LENGTH = 80
/** How far is looked: passages in all, and such after the headline. */
const MOST_PASSAGES = { all: 120, after: 25 }
/** What stands above an article is short: passages, and characters in all. */
const MOST_LEADS = { passages: 4, length: 1500 }

/** Passages of a page in order, from which `leadsAbove` takes those that the search for the article has missed. */
export function collectPassages(body: Element, title: string | null, measures: Measures): readonly Lead[] {
  const passages: Lead[] = []
  let isAfterHeadline = false
  let afterHeadline = 0
  let taken: Element | null = null
  walk(body, (node) => {
    if (!isElement(node)) return true
    if (title !== null && isHeadline(node, title)) isAfterHeadline = true
    if (taken?.contains(node) === true || !isPassage(node, measures)) return true
    const text = lineOf(node)
    if (!/[.!?…。！？]/u.test(text) && text.length < UNPUNCTUATED && !LEAD_MARK.test(marksOf(node))) return true
    taken = node
    passages.push(leadOf(node, text, isAfterHeadline))
    if (isAfterHeadline) afterHeadline++
    return passages.length < MOST_PASSAGES.all && afterHeadline < MOST_PASSAGES.after
  })
  return passages
}

/** How many passages after the headline must be in the article, of the first of them. */
const BEGINNING = { looked: 8, least: 4, leastMissing: 3, share: 0.5 }

/** Whether the passages that follow the headline are not the article that was found. */
export function missesBeginning(passages: readonly Lead[], articleText: string): boolean {
  const after = passages.filter(({ isBelowHeadline }) => isBelowHeadline).slice(0, BEGINNING.looked)
  const text = squash(articleText)
  const isMissing = ({ key }: Lead): boolean => !text.includes(key)
  const missing = after.filter(isMissing).length
  const first = after.slice(0, BEGINNING.least)
  return (
    first.length === BEGINNING.least &&
    first.filter(isMissing).length >= BEGINNING.leastMissing &&
    missing > after.length * BEGINNING.share
  )
}

/** The element around the passages that follow the headline; null when nothing less than the body is. */
export function elementAround(passages: readonly Lead[]): Element | null {
  const after = passages.filter(({ isBelowHeadline }) => isBelowHeadline).slice(0, BEGINNING.looked)
  let around: Element | null = after[0]?.source ?? null
  const holds = (element: Element): boolean =>
    after.filter(({ source }) => element.contains(source)).length >= after.length * BEGINNING.share
  while (around !== null && !holds(around)) around = around.parentElement
  return around === null || around.tagName === 'BODY' || around.tagName === 'HTML' ? null : around
}

/** The passages right above the article's first that belong to it: after its headline, or so marked by their names. */
export function leadsAbove(passages: readonly Lead[], articleText: string): readonly Markup[] {
  const text = squash(articleText)
  const first = passages.findIndex(({ key }) => text.includes(key))
  if (first <= 0) return []
  const leads = passages.slice(0, first).filter(({ isAfterHeadline }) => isAfterHeadline)
  const length = leads.reduce((sum, lead) => sum + lead.length, 0)
  return leads.length > MOST_LEADS.passages || length > MOST_LEADS.length ? [] : leads.map(({ content }) => content)
}

function leadOf(node: Element, text: string, isAfterHeadline: boolean): Lead {
  return {
    key: squash(text).slice(0, KEY_LENGTH),
    length: text.length,
    isBelowHeadline: isAfterHeadline,
    source: node,
    // A marked passage stands above an article whose headline went with the page's frame.
    isAfterHeadline: isAfterHeadline || isMarkedLead(node),
    content: element('p', markupOf(node, { baseUrl: null })),
  }
}

/** Boxes of page builders stand between a passage and the name of its place. */
const LEVELS = 4

function isMarkedLead(node: Element): boolean {
  let level: Element | null = node
  for (let step = 0; step < LEVELS && level !== null; step++, level = level.parentElement) {
    if (LEAD_MARK.test(marksOf(level))) return true
  }
  return false
}

function isHeadline(node: Element, title: string): boolean {
  if (!/^H[1-3]$/.test(node.tagName) && !HEADLINE_MARK.test(classOf(node))) return false
  const text = node.textContent
  return text.length <= LONGEST_HEADLINE && titleSimilarity(collapse(text), title) >= LEAST_LIKENESS
}

function isPassage(node: Element, measures: Measures): boolean {
  if (!PASSAGES.has(node.tagName)) return false
  const { text, linked, prose } = measures.of(node)
  if (prose < PROSE.least || text > PROSE.most || linked > text * MOST_LINKED) return false
  if (HOLDERS.has(node.tagName) && holdsBlocks(node)) return false
  return node.closest('figure,footer,table') === null && !CAPTION_MARK.test(marksOf(node))
}

function holdsBlocks(node: Element): boolean {
  return ['p', 'h1', 'h2', 'h3', 'div', 'ul'].some((name) => node.getElementsByTagName(name).length > 0)
}

function squash(text: string): string {
  return text.replace(/[\s\u200b\u00ad]+/g, '')
}
