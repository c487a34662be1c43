import { appError } from '../../../shared/app-error.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Instant } from '../../../shared/model/identity.ts'
import type { PageElement } from '../../../shared/model/page-element.ts'
import type { ArticleFacts } from '../../../shared/model/rendition.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { DraftMarks } from '../../archive/prepared-article.ts'
import type { Draft, DraftContent } from '../draft.ts'
import { decode } from '../encoding/decode.ts'
import type { Extracted } from '../extracted.ts'
import { extractHtml } from '../html/extract-html.ts'
import { outlinePage } from '../html/outline-page.ts'
import { pageOrigin } from '../html/page-origin.ts'
import { extractWhole } from '../html/extract-whole.ts'
import type { ExportedArticle } from '../markdown/exported/exported-article.ts'
import { extractMarkdown } from '../markdown/extract-markdown.ts'
import { extractPlainText, isBlankText } from '../text/extract-plain-text.ts'
import { extractBodyText } from './extract-body-text.ts'
import { findPageUrl } from './find-page-url.ts'

/** An article found in a draft's content, with what the content states about itself (front matter, a saved page's URL). */
export interface FoundContent {
  readonly extracted: Extracted
  readonly url: string | null
  /** Facts stated beside the text, outside the content and in it. */
  readonly stated: Partial<ArticleFacts>
  readonly marks: DraftMarks
  readonly captured: Instant | null
  /** The article that it is an export of; absent for all else. */
  readonly exported?: Pick<ExportedArticle, 'uid' | 'isUnedited' | 'body'>
  /** Parts of the page; absent for what is none. */
  readonly outline?: () => readonly PageElement[]
}

/** Content that is there. */
export type WrittenContent = Exclude<DraftContent, { readonly kind: 'none' | 'epub' | 'pdf' }>

/** Decodes a draft's bytes and finds the article in them. Errors: `import/empty`, `import/too-deep`. */
export function extractContent(draft: Draft, content: WrittenContent): Result<FoundContent> {
  const { text, notes } = decode(content.bytes, {
    declared: content.declaredEncoding,
    kind: content.kind === 'article' ? 'html' : content.kind,
    language: draft.facts.language ?? undefined,
    chosen: draft.encoding,
  })
  if (isBlankText(text)) return err(appError('import/empty', {}))
  const found = findArticle(text, content.kind, draft)
  if (!found.ok) return found
  const { extracted } = found.value
  return ok({ ...found.value, extracted: { ...extracted, notes: [...notes, ...extracted.notes] } })
}

function findArticle(text: string, kind: WrittenContent['kind'], draft: Draft): Result<FoundContent> {
  const { fileName, url, marks, captured, element } = draft
  const beside = { url, stated: draft.facts, marks, captured }
  switch (kind) {
    case 'html': {
      const pageUrl = url ?? findPageUrl(text)
      const extracted = extractHtml(text, { url: pageUrl, element })
      if (!extracted.ok) return extracted
      return ok({
        ...beside,
        url: pageUrl,
        captured: captured ?? pageOrigin(text).captured,
        extracted: extracted.value,
        outline: () => outlinePage(text),
      })
    }
    case 'article': {
      const extracted = extractWhole(text, { url, element })
      return extracted.ok ? ok({ ...beside, extracted: extracted.value, outline: () => outlinePage(text) }) : extracted
    }
    case 'markdown':
      return ok(findInMarkdown(text, draft))
    case 'text': {
      const { title = null } = draft.facts
      return ok({
        ...beside,
        extracted: title === null ? extractPlainText(text, { fileName }) : extractBodyText(text, title),
      })
    }
    default:
      return assertNever(kind)
  }
}

function findInMarkdown(text: string, draft: Draft): FoundContent {
  const { fileName, url, marks } = draft
  const { frontMatter, highlights, exported, ...extracted } = extractMarkdown(text, { fileName, url })
  const own = exported?.marks ?? { ...marks, collections: [], highlights: [], tags: frontMatter.tags }
  return {
    extracted,
    url: url ?? (exported ?? frontMatter).url,
    stated: { ...(exported ?? frontMatter).facts, ...draft.facts },
    marks: {
      ...own,
      tags: [...new Set([...marks.tags, ...own.tags])],
      collections: [...marks.collections, ...own.collections],
      highlights: [...marks.highlights, ...own.highlights, ...highlights],
    },
    captured: draft.captured ?? frontMatter.captured,
    ...(exported === null ? {} : { exported }),
  }
}
