import { appError } from '../../../../shared/app-error.ts'
import type { Instant } from '../../../../shared/model/identity.ts'
import type { ItemNote } from '../../../../shared/model/item-note.ts'
import type { DraftMarks } from '../../../archive/prepared-article.ts'
import { readInstant } from '../../dates/read-instant.ts'
import type { Draft, DraftOriginal } from '../../draft.ts'
import type { DraftOrFailure } from '../../format.ts'
import { sha256 } from '../../steps/sha256.ts'
import { statedFacts } from '../stated-facts.ts'
import { NOTHING_STATED } from '../stated-draft.ts'
import { aHighlight } from './a-highlight.ts'
import type { SavedItem } from './saved-item.ts'

/** Where an entry stood, and what of it is kept. */
export interface SavedOrigin {
  readonly format: string
  readonly service: string
  /** As shown in reports. */
  readonly path: string
  readonly fileName: string | null
  /** The entry's own bytes: its row as JSON, or its file. */
  readonly original: DraftOriginal
  /** Bytes of the source read by then; null when they are not counted. */
  readonly position: number | null
}

/**
 * Makes a draft of an entry. One that has neither text nor a web address, and of which nothing was marked, is
 * `import/no-address`. Its key is all that it states: the same export again adds nothing, and one in which an article
 * has been read or marked since is looked at again.
 */
export function draftOfSaved(item: SavedItem, origin: SavedOrigin): DraftOrFailure {
  const { service, path, original, position } = origin
  const hash = sha256(original.bytes)
  const url = webAddress(item.url)
  if (item.content.kind === 'none' && url === null && !isAboutSomething(item)) {
    const error = appError('import/no-address', { path, address: item.url ?? '–', title: item.title })
    return { ok: false, source: path, key: { sourceHash: hash, key: 'unread' }, error, position }
  }
  const { facts, notes } = statedFacts({ ...item, byline: item.author, title: titleOf(item) })
  const added = readInstant(item.added)
  const stated = item.description === null ? facts : { ...facts, standfirst: item.description }
  const marks = marksOf(item, added)
  const draft: Draft = {
    ...NOTHING_STATED,
    key: {
      sourceHash: sha256(JSON.stringify([hash, url, stated, marks])),
      key: item.id === null ? '' : `${service}/${item.id}`,
    },
    source: path,
    format: origin.format,
    content: item.content,
    original,
    fileName: origin.fileName,
    files: item.files,
    service: item.id === null ? null : service,
    sourceId: item.id,
    url,
    facts: stated,
    marks,
    captured: item.content.kind === 'none' ? null : added,
    notes: [...unknownOf(item, added !== null, url), ...item.notes, ...notes],
  }
  return { ok: true, draft, position }
}

/** Words of a person are kept though nothing else is; an address that is none is told instead. */
function isAboutSomething({ url, highlights, note }: SavedItem): boolean {
  return highlights.length > 0 || (url === null && note !== null)
}

function marksOf(item: SavedItem, added: Instant | null): DraftMarks {
  return {
    added,
    state: item.state,
    starred: item.starred,
    tags: [...new Set(item.tags)],
    collections: item.collections.filter((way) => way.length > 0),
    highlights: [...item.highlights, ...aHighlight({ quote: null, note: item.note, created: item.added })],
  }
}

function unknownOf(item: SavedItem, isDated: boolean, url: string | null): readonly ItemNote[] {
  const fields = Object.entries(item.unknown).filter(([, value]) => value !== null && value !== '')
  const notes = fields.map(([field, value]): ItemNote => ({ kind: 'unknown-field', details: { field, value } }))
  if (item.url !== null && url === null)
    notes.push({ kind: 'unknown-field', details: { field: 'url', value: item.url } })
  if (item.added !== null && !isDated) notes.push({ kind: 'invalid-date', details: { value: item.added } })
  return notes
}

/** Services put the address where they know no title. */
function titleOf({ title, url }: SavedItem): string | null {
  const said = title?.trim() ?? ''
  return said === '' || said === url?.trim() ? null : said
}

function webAddress(address: string | null): string | null {
  const text = address?.trim() ?? ''
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' ? text : null
}
