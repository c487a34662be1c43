import { appError } from '../../../../shared/app-error.ts'
import type { ItemNote } from '../../../../shared/model/item-note.ts'
import type { Draft } from '../../draft.ts'
import type { DraftFailure, DraftOrFailure, ImportSource, ReadFile } from '../../format.ts'
import { sha256 } from '../../steps/sha256.ts'
import { readFilesBeside } from '../read-files-beside.ts'
import { draftOfSaved, type SavedOrigin } from './draft-of-saved.ts'
import type { SavedItem } from './saved-item.ts'
import { failureAt } from './table-format.ts'

/**
 * Reads the file that holds an entry's article: HTML as the article it is, anything else (PDF, EPUB) by its own format,
 * with what the entry states put in.
 */
export async function* readContentFile(
  item: SavedItem,
  file: ImportSource,
  origin: Pick<SavedOrigin, 'format' | 'service'>,
  readFile: ReadFile,
): AsyncGenerator<DraftOrFailure> {
  if (!/\.x?html?$/i.test(file.fileName ?? '')) {
    for await (const read of readFile(file)) {
      yield read.ok ? { ...read, draft: withEntry(read.draft, item, origin) } : withoutFile(item, file, origin, read)
    }
    return
  }
  const bytes = await file.bytes()
  if (!bytes.ok || bytes.value.length === 0) {
    const error = bytes.ok ? appError('import/empty', { path: file.path }) : bytes.error
    yield withoutFile(item, file, origin, failureAt(file.path, error))
    return
  }
  const place = { ...origin, path: file.path, fileName: file.fileName, position: null }
  const content = { kind: 'article', bytes: bytes.value, declaredEncoding: null } as const
  const files = await readFilesBeside(file, bytes.value)
  yield draftOfSaved(
    { ...item, content, files },
    { ...place, original: { bytes: bytes.value, mediaType: 'text/html' } },
  )
}

/** The entry is there though its file cannot be read: a link that says so. One that is nothing by itself has failed. */
function withoutFile(
  item: SavedItem,
  file: ImportSource,
  origin: Pick<SavedOrigin, 'format' | 'service'>,
  failure: DraftFailure,
): DraftOrFailure {
  const original = {
    bytes: new TextEncoder().encode(JSON.stringify([item.id, item.url])),
    mediaType: 'application/json',
  }
  const notes: readonly ItemNote[] = [
    ...item.notes,
    { kind: 'no-article-found', details: { cause: failure.error.code } },
  ]
  const place = { ...origin, path: file.path, fileName: file.fileName, position: null }
  const link = draftOfSaved({ ...item, notes }, { ...place, original })
  return link.ok ? link : failure
}

/** What an entry states beside a file goes before what is found in the file; marks of both stay. */
function withEntry(draft: Draft, item: SavedItem, origin: Pick<SavedOrigin, 'format' | 'service'>): Draft {
  const stated = draftOfSaved(
    { ...item, content: draft.content },
    {
      ...origin,
      path: draft.source,
      fileName: draft.fileName,
      original: { bytes: new Uint8Array(), mediaType: '' },
      position: null,
    },
  )
  if (!stated.ok) return draft
  const { key, facts, marks, service, sourceId, url, notes } = stated.draft
  return {
    ...draft,
    key: { sourceHash: sha256(`${draft.key.sourceHash} ${key.sourceHash}`), key: key.key },
    service,
    sourceId,
    url: url ?? draft.url,
    facts: { ...draft.facts, ...facts },
    marks: { ...marks, highlights: [...draft.marks.highlights, ...marks.highlights] },
    notes: [...draft.notes, ...notes],
  }
}
