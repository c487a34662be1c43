import type { ChosenElement } from '../../shared/model/chosen-element.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import type { ArticleFacts, RenditionContent } from '../../shared/model/rendition.ts'
import { ok, type Result } from '../../shared/result.ts'
import { bodyText, NOT_BODY } from '../../shared/text/body-text.ts'
import type { Analyse } from '../archive/ports/analyse.ts'
import { OWN_SERVICE, type PreparedArticle } from '../archive/prepared-article.ts'
import { writeReaderHtml } from './clean/write-reader-html.ts'
import type { Draft, DraftParameters } from './draft.ts'
import { canonicalUrl } from './enrich/canonical-url.ts'
import { countWords } from './enrich/count-words.ts'
import { fingerprintOf } from './enrich/fingerprint.ts'
import { directionOf } from './language/direction-of.ts'
import { parametersOf } from './rebuild-draft.ts'
import { cleanFacts, cleanMarks, cleanName } from './steps/clean-names.ts'
import { extractContent, type FoundContent } from './steps/extract-content.ts'
import { keepPictures } from './steps/keep-pictures.ts'
import { mergeFacts, notesThatHold } from './steps/merge-facts.ts'
import { packBlob } from './steps/pack-blob.ts'
import { packRendition } from './steps/pack-rendition.ts'
import { searchableText } from './steps/searchable-text.ts'

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
  const body = bodyText(written.text, written.parts, NOT_BODY)
  const facts: ArticleFacts = cleanFacts(mergeFacts(found.stated, extracted.facts, body))
  const content: RenditionContent = {
    ...facts,
    ...written,
    words: countWords(body),
    direction: directionOf(facts.language, body),
    captions: extracted.captions,
    asides: extracted.asides,
    leadImage: pictures.blobOf(extracted.leadImageUrl) ?? pictures.first(),
  }
  const { extractor, extractorVersion } = extracted
  return {
    ...linkOnly(draft, url, []),
    ...(found.exported === undefined ? {} : ofExport(found.exported, url)),
    marks: cleanMarks(found.marks),
    captured: found.captured,
    parameters: withElement(parametersOf(draft), extracted.element),
    rendition: packRendition(content, { extractor, extractorVersion, fingerprint: fingerprintOf(body) }),
    analysed: ports.analyse(searchableText(facts, written.text, written.parts)),
    resources: pictures.resources(),
    title: facts.title,
    ...(draft.isOutlined === true ? { outline: found.outline?.() ?? [] } : {}),
    notes: notesThatHold([...draft.notes, ...extracted.notes, ...pictures.notes()], facts),
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

/** What a rebuild needs besides: the element a person chose, as it was found. */
function withElement(parameters: DraftParameters, element: ChosenElement | undefined): DraftParameters {
  return element === undefined ? parameters : { ...parameters, element: { ...element } }
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
