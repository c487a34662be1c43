import { ok, type Result } from '../../shared/result.ts'
import type { Draft } from './draft.ts'
import { unfoldEpub } from './formats/epub/unfold-epub.ts'
import { unfoldPdf } from './formats/pdf/unfold-pdf.ts'

/**
 * Makes the article of a document that is no text by itself (EPUB, PDF): HTML that is all article, pictures, facts. Any other
 * draft stays as it is. It takes time, and so runs in the pool. Errors: those of the two readers.
 */
export async function unfoldDocument(draft: Draft): Promise<Result<Draft>> {
  switch (draft.content.kind) {
    case 'epub':
      return unfoldBook(draft, draft.content.bytes)
    case 'pdf':
      return unfoldPages(draft, draft.content.bytes)
    default:
      return ok(draft)
  }
}

async function unfoldBook(draft: Draft, bytes: Uint8Array): Promise<Result<Draft>> {
  const book = await unfoldEpub(bytes, draft.source)
  if (!book.ok) return book
  const { html, files, facts, notes, url, tags, highlights } = book.value
  return ok({
    ...draft,
    content: articleOf(html),
    files,
    url: draft.url ?? url,
    facts: { ...facts, ...draft.facts },
    notes: [...draft.notes, ...notes],
    marks: {
      ...draft.marks,
      tags: [...new Set([...draft.marks.tags, ...tags])],
      highlights: [...draft.marks.highlights, ...highlights],
    },
  })
}

async function unfoldPages(draft: Draft, bytes: Uint8Array): Promise<Result<Draft>> {
  const pages = await unfoldPdf(bytes, draft.source)
  if (!pages.ok) return pages
  const { html, facts, notes, url } = pages.value
  const title = html === null ? { title: nameOf(draft) } : {}
  return ok({
    ...draft,
    content: html === null ? { kind: 'none' } : articleOf(html),
    url: draft.url ?? url,
    facts: { ...title, ...facts, ...draft.facts },
    notes: [...draft.notes, ...notes],
  })
}

function articleOf(html: string): Draft['content'] {
  return { kind: 'article', bytes: new TextEncoder().encode(html), declaredEncoding: 'utf-8' }
}

/** What a document is called when nothing in it says so. */
function nameOf({ fileName }: Draft): string | null {
  return fileName?.replace(/\.[^.]*$/, '') ?? null
}
