import { appError } from '../../../shared/app-error.ts'
import { NO_FACTS } from '../../../shared/model/rendition.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Extracted } from '../extracted.ts'
import { asidesOf, captionsOf } from './captions.ts'
import { findChosenElement } from './chosen-element.ts'
import type { ExtractHtmlOptions } from './extract-html.ts'
import { markupOf } from './markup-of.ts'
import { parsePage } from './parse-page.ts'
import { textOfMarkup } from './text-of-markup.ts'

/** Name and version of this extractor; the version is raised whenever the same HTML would give another text. */
export const WHOLE_HTML_EXTRACTOR = { name: 'whole-html', version: '2' } as const

/**
 * Takes HTML that is all article as it is: every block of its body, or of the element that a person chose, in reading order. The only fact it finds is the
 * title, in `<title>`. Fails with `import/empty` (neither text nor picture) or `import/too-deep`.
 */
export function extractWhole(html: string, { url, element: wanted }: ExtractHtmlOptions): Result<Extracted> {
  const page = parsePage(html)
  if (!page.ok) return page
  const chosen = wanted === undefined ? undefined : findChosenElement(page.value, wanted)
  const content = markupOf(chosen?.element ?? page.value.body, { baseUrl: url })
  if (textOfMarkup(content) === '' && page.value.body.querySelector('img') === null) {
    return err(appError('import/empty', {}))
  }
  const title = page.value.querySelector('head > title')?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  return ok({
    extractor: WHOLE_HTML_EXTRACTOR.name,
    extractorVersion: WHOLE_HTML_EXTRACTOR.version,
    facts: { ...NO_FACTS, title: title === '' ? null : title },
    content,
    captions: captionsOf(content),
    asides: asidesOf(content),
    leadImageUrl: null,
    notes: [
      ...(title === '' ? [{ kind: 'no-title', details: {} } as const] : []),
      ...(wanted === undefined || chosen !== undefined
        ? []
        : [{ kind: 'chosen-element-gone', details: { selector: wanted.selector } } as const]),
    ],
    ...(chosen === undefined ? {} : { element: chosen.chosen }),
  })
}
