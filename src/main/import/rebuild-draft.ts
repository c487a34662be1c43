import { isJsonObject, type Json, type JsonObject } from '../../shared/json.ts'
import type { PartialDate } from '../../shared/model/identity.ts'
import type { ArticleFacts } from '../../shared/model/rendition.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { BESIDE } from '../../shared/text/beside-path.ts'
import type { StoredOriginal, StoredPage } from '../archive/ports/remake-article.ts'
import { isKnownEncoding } from './encoding/declared-encoding.ts'
import type { Draft, DraftParameters } from './draft.ts'
import { findFormat, unknownFormat } from './formats/formats.ts'
import type { WantedElement } from './html/chosen-element.ts'
import { NOTHING_STATED } from './formats/stated-draft.ts'
import { sha256 } from './steps/sha256.ts'

/** What of a draft its rebuild needs besides the original bytes. */
export function parametersOf(draft: Draft): DraftParameters {
  const { content, facts } = draft
  return {
    format: draft.format,
    contentKind: content.kind,
    declaredEncoding: content.kind === 'none' ? null : content.declaredEncoding,
    fileName: draft.fileName,
    url: draft.url,
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)),
  }
}

/**
 * Makes the draft again that an import once read, so that a rebuild gives the same rendition as importing it by the
 * same extractor. Facts and content only: identity and marks belong to the article by now. Error:
 * `import/unknown-format` for a version of a format that this program does not know.
 */
export function rebuildDraft(stored: StoredOriginal): Result<Draft> {
  const drafts = [stored, ...(stored.pages ?? [])].map(rebuildPage)
  const failed = drafts.find((draft) => !draft.ok)
  const [first, ...pages] = drafts.flatMap((draft) => (draft.ok ? [draft.value] : []))
  if (failed !== undefined || first === undefined) return failed ?? err(unknownFormat(null, null))
  return ok(pages.length === 0 ? first : { ...first, pages })
}

function rebuildPage({ bytes, mediaType, parameters: stored, files, isOutlined = false }: StoredPage): Result<Draft> {
  const parameters = readParameters(stored)
  if (parameters === undefined) return err(unknownFormat(null, null))
  const format = findFormat(parameters.format)
  if (!format.ok) return format
  const original = { bytes, mediaType }
  const element = readElement(stored['element'])
  const encoding = textOf(stored['encoding'])
  return ok({
    ...NOTHING_STATED,
    key: { sourceHash: sha256(bytes), key: '' },
    source: parameters.fileName ?? '',
    format: parameters.format,
    content: format.value.restoreContent(original, parameters),
    original,
    fileName: parameters.fileName,
    files: files
      .filter(({ url }) => url.startsWith(BESIDE))
      .map(({ url, ...file }) => ({ ...file, address: url.slice(BESIDE.length) })),
    url: parameters.url,
    facts: readFacts(parameters.facts),
    ...(element === null ? {} : { element }),
    ...(encoding === null || !isKnownEncoding(encoding) ? {} : { encoding }),
    ...(isOutlined ? { isOutlined } : {}),
  })
}

const KINDS = ['html', 'article', 'markdown', 'text', 'epub', 'pdf', 'none'] as const

function readParameters(stored: JsonObject): DraftParameters | undefined {
  const { format, facts } = stored
  const contentKind = KINDS.find((kind) => kind === stored['contentKind'])
  if (typeof format !== 'string' || contentKind === undefined || !isJsonObject(facts)) return undefined
  const text = (name: string): string | null => textOf(stored[name])
  return {
    format,
    contentKind,
    facts,
    declaredEncoding: text('declaredEncoding'),
    fileName: text('fileName'),
    url: text('url'),
  }
}

function readElement(stored: Json | undefined): WantedElement | null {
  if (!isJsonObject(stored)) return null
  const { selector, begins, ends } = stored
  if (typeof selector !== 'string') return null
  return typeof begins === 'string' && typeof ends === 'string' ? { selector, begins, ends } : { selector }
}

const TEXT_FACTS = ['title', 'standfirst', 'byline', 'publication', 'section', 'language'] as const

function readFacts(stored: JsonObject): Partial<ArticleFacts> {
  const texts = TEXT_FACTS.map((name) => [name, textOf(stored[name])] as const).filter(([, value]) => value !== null)
  const published = textOf(stored['published']) as PartialDate | null
  const { contributors } = stored
  return {
    ...(Object.fromEntries(texts) as Partial<ArticleFacts>),
    ...(published === null ? {} : { published }),
    ...(Array.isArray(contributors) ? { contributors: contributors.filter((name) => typeof name === 'string') } : {}),
  }
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null
}
