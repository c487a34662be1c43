import { appError } from '../../../../shared/app-error.ts'
import { instantOf } from '../../dates/instant-of.ts'
import type { Draft, DraftContent, DraftOriginal } from '../../draft.ts'
import type { DraftOrFailure, ImportSource } from '../../format.ts'
import { sha256 } from '../../steps/sha256.ts'
import { statedFacts } from '../stated-facts.ts'
import { NOTHING_STATED } from '../stated-draft.ts'
import type { Citation } from './citation.ts'

/** An entry as it was found: what it says, and its own bytes. */
export interface CitationEntry {
  readonly citation: Citation
  readonly original: DraftOriginal
}

/**
 * An entry of a bibliography as an item: its abstract is the text there is; without one it is a link, to be captured when
 * there is a network. One that names nothing is a failure.
 */
export function itemOfCitation(
  source: ImportSource,
  { citation, original }: CitationEntry,
  { format, number }: { readonly format: string; readonly number: number },
): DraftOrFailure {
  const place = `${source.path}#${citation.id ?? String(number)}`
  const key = { sourceHash: sha256(original.bytes), key: '' }
  if (citation.title === null && citation.url === null && citation.doi === null) {
    const error = appError('import/malformed', { reason: 'the entry has neither title nor address' })
    return { ok: false, source: place, key, error, position: null }
  }
  const draft: Draft = {
    ...NOTHING_STATED,
    ...statedBy(citation),
    key,
    source: place,
    format,
    content: contentOfCitation(citation),
    original,
    fileName: source.fileName,
  }
  return { ok: true, draft, position: null }
}

/** What a citation says of its work besides the text. */
export function statedBy(citation: Citation): Pick<Draft, 'url' | 'facts' | 'marks' | 'captured' | 'notes'> {
  const { facts, notes } = statedFacts({
    title: citation.title,
    byline: citation.authors.length === 0 ? null : citation.authors.join(', '),
    publication: citation.container,
    published: citation.published,
    language: citation.language,
  })
  const highlights = citation.notes.map((note) => ({ ...PLAIN_NOTE, note }))
  return {
    url: citation.url ?? (citation.doi === null ? null : `https://doi.org/${citation.doi}`),
    facts,
    marks: { ...NOTHING_STATED.marks, tags: [...new Set(citation.keywords)], highlights },
    captured: instantOf(citation.accessed),
    notes,
  }
}

const PLAIN_NOTE = { quote: null, prefix: '', suffix: '', color: null, tags: [], created: null } as const

/** The abstract as an article; nothing when there is none. */
export function contentOfCitation({ abstract }: Citation): DraftContent {
  const paragraphs = (abstract ?? '')
    .split(/\n\s*\n|<\/?(?:jats:)?p>/i)
    .map((text) =>
      text
        .replace(/<[^<>]{1,200}>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
  if (paragraphs.length === 0) return { kind: 'none' }
  const html = paragraphs.map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('')
  return { kind: 'article', bytes: new TextEncoder().encode(`<h2>Abstract</h2>${html}`), declaredEncoding: 'utf-8' }
}

/** A web address, or null; bibliographies hold much else in the field for it. */
export function webAddress(text: string | null): string | null {
  const url = /https?:\/\/[^\s<>"{}\\]+/i.exec(text ?? '')?.[0]
  return url ?? null
}

/** The bare DOI in a field, or null. */
export function doiIn(text: string | null): string | null {
  return /\b10\.\d{4,9}\/[^\s"<>]+/.exec(text ?? '')?.[0].replace(/[.,;]+$/, '') ?? null
}

/** `Lee, Ann` as `Ann Lee`; a name without a comma as it is. */
export function namePutRight(name: string): string {
  const [family = '', given = '', suffix] = name.split(/\s*,\s*/)
  if (!name.includes(',')) return name.replace(/\s+/g, ' ').trim()
  return [given, family, suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}
