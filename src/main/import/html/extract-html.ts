import { appError } from '../../../shared/app-error.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { bylineNames } from '../../../shared/text/byline-names.ts'
import type { Extracted } from '../extracted.ts'
import type { Markup } from '../markup.ts'
import { findShownHeader, headerMarkup, withoutHeaderLines } from './article-header.ts'
import { asidesOf, captionsOf } from './captions.ts'
import { findChosenElement, type WantedElement } from './chosen-element.ts'
import { articleOf } from './article-of.ts'
import { dropLeftovers, type Leftover } from './leftovers.ts'
import { captionsAsText } from './gallery.ts'
import { markupOf } from './markup-of.ts'
import { findFacts } from './metadata/find-facts.ts'
import { pageNotes, STUB_LENGTH } from './page-notes.ts'
import { parsePage } from './parse-page.ts'
import { pagePlaceOf } from './several-pages.ts'
import { surveyPage } from './survey.ts'
import { lineUpTo } from './walk.ts'
import { lengthOfMarkup, textOfMarkup } from './text-of-markup.ts'

/** Name and version of this extractor; the version is raised whenever the same page would give another text. */
export const HTML_EXTRACTOR = { name: 'html', version: '7' } as const

/** How to look at a page. */
export interface ExtractHtmlOptions {
  /** Where the page was found, which makes its relative addresses whole; null when unknown. */
  readonly url: string | null
  /** What a person says is the article: taken whole, nothing looked for and nothing left out. */
  readonly element?: WantedElement | undefined
}

/**
 * Finds the article of a page: its facts, its blocks in reading order, captions and asides. A page without an article
 * gives the whole text with a note; so does one without the chosen element, of which the article is looked for. Fails with `import/empty` (no text at all) or `import/too-deep`. Runs nothing,
 * loads nothing.
 */
export function extractHtml(html: string, options: ExtractHtmlOptions): Result<Extracted> {
  const page = parsePage(html)
  if (!page.ok) return page
  const survey = surveyPage(page.value, options.url)
  const { facts, leadImageUrl } = findFacts(survey)
  const shown = findShownHeader(survey, facts)
  const baseUrl = baseOf(survey.baseHref, options.url)

  const hints = { title: facts.title, baseUrl }
  const dropped: Leftover[] = []
  const wanted = options.element === undefined ? undefined : findChosenElement(page.value, options.element)
  const chosen = wanted === undefined ? null : { ...wanted, body: markupOf(wanted.element, { baseUrl }) }
  const article = chosen?.body ?? articleOf(page.value, { html, dropped }, hints)
  // Header lines go before what stands there twice: a sentence that is the standfirst too goes once, not twice.
  const own = withoutHeaderLines(article ?? wholePage(html, baseUrl), shown)
  const isFound = article !== null && chosen === null
  const content = captionsAsText(isFound ? dropLeftovers(own, dropped, bylineNames(facts.byline)) : own)
  const header = headerMarkup(shown)
  if (lengthOfMarkup(content, 0) === 0 && header === null) return err(appError('import/empty', {}))

  const hasArticle = article !== null
  const articleLength = lengthOfMarkup(content)
  const shortText = articleLength <= STUB_LENGTH ? textOfMarkup(content) : ''
  const headlines = [survey.titleTag, ...survey.headings.slice(0, 3).map((heading) => lineUpTo(heading, 200))].filter(
    (line) => line !== '',
  )
  return ok({
    extractor: HTML_EXTRACTOR.name,
    extractorVersion: HTML_EXTRACTOR.version,
    facts: { ...facts, standfirst: facts.standfirst ?? shown.standfirst },
    content: header === null ? content : [header, ...content],
    captions: captionsOf(content),
    asides: asidesOf(content),
    leadImageUrl: absolute(leadImageUrl, baseUrl),
    notes: [
      ...goneNotes(options.element, chosen !== null),
      ...pageNotes({ survey, facts, articleLength, shortText, headlines, dropped, hasArticle }),
    ],
    ...(chosen === null ? {} : { element: chosen.chosen }),
    ...pagePlaceOf(survey),
  })
}

function goneNotes(wanted: WantedElement | undefined, isThere: boolean): readonly ItemNote[] {
  if (wanted === undefined || isThere) return []
  return [{ kind: 'chosen-element-gone', details: { selector: wanted.selector } }]
}

/** Everything on the page, parsed anew: looking for the article has taken the document apart. */
function wholePage(html: string, baseUrl: string | null): readonly Markup[] {
  const page = parsePage(html)
  return page.ok ? markupOf(page.value.body, { baseUrl }) : []
}

function baseOf(baseHref: string | null, url: string | null): string | null {
  if (baseHref === null) return url
  return absolute(baseHref, url) ?? url
}

function absolute(address: string | null, baseUrl: string | null): string | null {
  if (address === null) return null
  try {
    return new URL(address, baseUrl ?? undefined).href
  } catch {
    return null
  }
}
