import type { ItemNote } from '../../shared/model/item-note.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Analyse } from '../archive/ports/analyse.ts'
import { OWN_SERVICE, type PreparedArticle } from '../archive/prepared-article.ts'
import { writeReaderHtml } from './clean/write-reader-html.ts'
import type { Draft, DraftParameters } from './draft.ts'
import { canonicalUrl } from './enrich/canonical-url.ts'
import type { Extracted } from './extracted.ts'
import { importPages } from './pages/import-pages.ts'
import { prepareWrittenText } from './prepared-text.ts'
import { parametersOf } from './rebuild-draft.ts'
import { cleanMarks, cleanName } from './steps/clean-names.ts'
import { extractContent, type FoundContent } from './steps/extract-content.ts'
import { keepPictures } from './steps/keep-pictures.ts'
import { notesThatHold } from './steps/merge-facts.ts'
import { packBlob } from './steps/pack-blob.ts'

/** What an import needs from another room. */
export interface ImportPorts {
  readonly analyse: Analyse
}

/**
 * The whole road of one item up to the store: decode, extract, clean, enrich, analyse, pack. Pure: the same draft gives
 * the same article, on every machine and every time. Errors: `import/empty`, `import/too-deep`. `extract`: another
 * extractor than this program's, for measuring what a change of its rules does to highlights (`bench/rebuild`).
 */
export function importArticle(
  draft: Draft,
  ports: ImportPorts,
  extract: typeof extractContent = extractContent,
): Result<PreparedArticle> {
  const { content } = draft
  if (draft.pages !== undefined) return joinedPages(draft, draft.pages, ports, extract)
  if (content.kind === 'none') return ok(linkOnly(draft, draft.url, []))
  if (content.kind === 'epub' || content.kind === 'pdf') throw new Error('a document is unfolded before')
  const found = extract(draft, content)
  if (found.ok)
    return ok(isExportedLink(found.value) ? exportedLink(draft, found.value) : withRendition(draft, found.value, ports))
  // A page that is all script has an address still, and can be captured later.
  const isLink = found.error.code === 'import/empty' && draft.url !== null
  return isLink ? ok(linkOnly(draft, draft.url, [{ kind: 'no-article-found', details: {} }])) : found
}

function withRendition(draft: Draft, found: FoundContent, ports: ImportPorts): PreparedArticle {
  const { extracted, url } = found
  const pictures = keepPictures(draft.files, url)
  const written = writeReaderHtml(extracted.content, { baseUrl: url, resourceUrl: pictures.resourceUrl })
  const { facts, rendition, analysed } = prepareWrittenText({ found, written, pictures }, ports.analyse)
  const { page } = extracted
  return {
    ...linkOnly(draft, url, []),
    ...(found.exported === undefined ? {} : ofExport(found.exported, url)),
    marks: cleanMarks(found.marks),
    captured: found.captured,
    parameters: parametersWith(parametersOf(draft), extracted),
    rendition,
    analysed,
    resources: pictures.resources(),
    title: facts.title,
    notes: notesThatHold([...draft.notes, ...extracted.notes, ...pictures.notes()], facts),
    ...(draft.isOutlined === true ? { outline: found.outline?.() ?? [] } : {}),
    ...(page === undefined ? {} : { page }),
  }
}

/** An article that was a link when it was exported. */
function isExportedLink({ exported, url }: FoundContent): boolean {
  return exported?.body === '' && url !== null
}

function exportedLink(draft: Draft, { stated, marks, url, exported }: FoundContent): PreparedArticle {
  const link = linkOnly({ ...draft, facts: stated, marks }, url, [])
  return exported === undefined ? link : { ...link, ...ofExport(exported, url) }
}

/** An export of an article is that article, wherever it is read. */
function ofExport(
  { uid, isUnedited }: NonNullable<FoundContent['exported']>,
  url: string | null,
): Pick<PreparedArticle, 'source' | 'isUnedited'> {
  return {
    source: { service: OWN_SERVICE, sourceId: uid, url, canonicalUrl: url === null ? null : canonicalUrl(url) },
    isUnedited,
  }
}

/** What a rebuild needs besides: the element a person chose, as it was found; and which page of its article it is. */
function parametersWith(parameters: DraftParameters, { element, page }: Extracted): DraftParameters {
  return {
    ...parameters,
    ...(element === undefined ? {} : { element: { ...element } }),
    ...(page === undefined ? {} : { page: { number: page.number, last: page.last } }),
  }
}

function joinedPages(
  draft: Draft,
  pages: readonly Draft[],
  { analyse }: ImportPorts,
  extract: typeof extractContent,
): Result<PreparedArticle> {
  const joined = importPages([draft, ...pages], extract, analyse)
  return joined.ok ? ok({ ...linkOnly(draft, draft.url, []), ...joined.value }) : joined
}

/** What an item is before any text of it is known; all there is of one that has none. */
function linkOnly(draft: Draft, url: string | null, notes: readonly ItemNote[]): PreparedArticle {
  return {
    source: {
      service: draft.service,
      sourceId: draft.sourceId,
      url,
      canonicalUrl: url === null ? null : canonicalUrl(url),
    },
    joins: draft.joins,
    marks: cleanMarks(draft.marks),
    original: draft.original === null ? null : packBlob(draft.original.bytes, draft.original.mediaType),
    parameters: parametersOf(draft),
    rendition: null,
    analysed: null,
    resources: [],
    captured: draft.captured,
    title: cleanName(draft.facts.title ?? null),
    notes: [...draft.notes, ...notes],
  }
}
