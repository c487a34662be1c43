import type { Draft } from '../../draft.ts'
import type { DraftOrFailure, ImportSource, ReadFile } from '../../format.ts'
import { sha256 } from '../../steps/sha256.ts'
import { picturesOf } from '../pictures-of-page.ts'
import { readPictures } from '../read-pictures.ts'
import { draftOfSaved, type SavedOrigin } from './draft-of-saved.ts'
import type { SavedItem } from './saved-item.ts'

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
    for await (const read of readFile(file))
      yield read.ok ? { ...read, draft: withEntry(read.draft, item, origin) } : read
    return
  }
  const bytes = await file.bytes()
  const place = { ...origin, path: file.path, fileName: file.fileName, position: null }
  if (!bytes.ok || bytes.value.length === 0) {
    // The entry is there all the same: as a link that says what is missing.
    const original = {
      bytes: new TextEncoder().encode(JSON.stringify([item.id, item.url])),
      mediaType: 'application/json',
    }
    yield draftOfSaved(
      { ...item, notes: [...item.notes, { kind: 'no-article-found', details: {} }] },
      { ...place, original },
    )
    return
  }
  const content = { kind: 'article', bytes: bytes.value, declaredEncoding: null } as const
  const files = await readPictures(file, picturesOf(bytes.value))
  yield draftOfSaved(
    { ...item, content, files },
    { ...place, original: { bytes: bytes.value, mediaType: 'text/html' } },
  )
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
