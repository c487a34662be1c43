import { appError } from '../../../shared/app-error.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Extracted } from '../extracted.ts'
import type { Markup } from '../markup.ts'
import { removeClutter } from './clutter.ts'
import { findArticle } from './find-article.ts'
import { dropLeftovers, type Leftover } from './leftovers.ts'
import { markupOf } from './markup-of.ts'
import { findFacts } from './metadata/find-facts.ts'
import { parsePage } from './parse-page.ts'
import { surveyPage } from './survey.ts'
import { textOfMarkup } from './text-of-markup.ts'

/** Name and version of this extractor; the version is raised whenever the same page would give another text. */
export const HTML_EXTRACTOR = { name: 'html', version: '1' } as const

/**
 * Finds the article of a page: its facts, its blocks in reading order, captions and asides. A page without an article
 * gives the whole text with a note. Fails with `import/empty` (no text at all) or `import/too-deep`. Runs nothing,
 * loads nothing.
 */
export function extractHtml(html: string, options: { readonly url: string | null }): Result<Extracted> {
  const page = parsePage(html)
  if (!page.ok) return page
  const document = page.value
  const survey = surveyPage(document, options.url)
  const { facts, leadImageUrl } = findFacts(survey)
  const baseUrl = options.url
  removeClutter(document)
  const whole = (): readonly Markup[] => markupOf(document.body, { baseUrl })
  const article = findArticle(document, baseUrl)
  const dropped: Leftover[] = []
  const content = dropLeftovers(article ?? whole(), dropped)
  const notes: ItemNote[] = article === null ? [{ kind: 'no-article-found', details: {} }] : []
  if (textOfMarkup(content) === '') return err(appError('import/empty', {}))
  return ok({
    extractor: HTML_EXTRACTOR.name,
    extractorVersion: HTML_EXTRACTOR.version,
    facts,
    content,
    captions: [],
    asides: [],
    leadImageUrl,
    notes,
  })
}
