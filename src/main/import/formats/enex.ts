import { hash } from 'node:crypto'
import { Failure } from '../../../shared/app-error.ts'
import { isJsonObject, type Json } from '../../../shared/json.ts'
import { instantOf } from '../dates/instant-of.ts'
import type { DraftContent, DraftFile } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { pictureType } from '../picture-type.ts'
import { readError } from '../sources/read-error.ts'
import { sha256 } from '../steps/sha256.ts'
import { readXml } from '../xml/read-xml.ts'
import { enmlHtml } from './enex/enml-html.ts'
import type { EvernoteNote } from './enex/evernote-note.ts'
import { createNoteReader, type ReadNote } from './enex/read-note.ts'
import { lookText } from './look-text.ts'
import { NOTHING_STATED } from './stated-draft.ts'

/**
 * A notebook exported by Evernote (ENEX): a note an item, read one by one whatever the file's size. The notebook's name is
 * that of the file, and becomes a collection.
 */
export const enex: ImportFormat = {
  id: 'enex',
  confidence: ({ head }) =>
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:!DOCTYPE\s+)?en-export[\s>[]/i.test(lookText(head)) ? 'certain' : 'no',
  read,
  restoreContent: ({ bytes }) => contentOf(parseNote(bytes)),
}

async function* read(source: ImportSource): AsyncGenerator<DraftOrFailure> {
  const reader = createNoteReader()
  let number = 0
  try {
    for await (const event of readXml(source.stream(), { path: source.path, entities: { nbsp: '\u00a0' } })) {
      const note = reader.take(event)
      if (note !== null) yield draftOf(source, note, ++number)
    }
  } catch (error) {
    const failure = error instanceof Failure ? error.appError : readError(source.path, error)
    const key = { sourceHash: sha256(source.path), key: `unread ${String(number)}` }
    yield { ok: false, source: `${source.path}#${String(number + 1)}`, key, error: failure, position: null }
  }
}

function draftOf(source: ImportSource, { note, files }: ReadNote, number: number): DraftOrFailure {
  const bytes = new TextEncoder().encode(JSON.stringify(note))
  const url = note.attributes['source-url'] ?? ''
  const isWeb = /^https?:\/\/\S+$/i.test(url)
  const notebook = source.fileName?.replace(/\.enex$/i, '').trim() ?? ''
  const isLocked = /<en-crypt\b/i.test(note.content)
  const author = isWeb ? undefined : note.attributes['author']?.trim()
  return {
    ok: true,
    position: null,
    draft: {
      ...NOTHING_STATED,
      key: { sourceHash: sha256(bytes), key: '' },
      source: `${source.path}#${String(number)}`,
      format: enex.id,
      content: contentOf(note),
      original: { bytes, mediaType: 'application/json' },
      fileName: source.fileName,
      files: files.map(fileOf),
      service: 'evernote',
      url: isWeb ? url : null,
      facts: {
        ...(note.title.trim() === '' ? {} : { title: note.title.trim() }),
        ...(author === undefined || author === '' ? {} : { byline: author }),
      },
      marks: {
        ...NOTHING_STATED.marks,
        added: instantOf(note.created),
        tags: note.tags,
        collections: notebook === '' ? [] : [[notebook]],
      },
      captured: instantOf(note.updated ?? note.created),
      notes: isLocked
        ? [{ kind: 'unknown-field', details: { field: 'en-crypt', value: 'encrypted in Evernote' } }]
        : [],
    },
  }
}

function fileOf({ mediaType, bytes }: ReadNote['files'][number]): DraftFile {
  return { address: hash('md5', bytes, 'hex'), mediaType: pictureType(bytes.subarray(0, 64)) ?? mediaType, bytes }
}

function contentOf(note: EvernoteNote | null): DraftContent {
  const html = note === null ? '' : enmlHtml(note)
  // A note may be nothing but its title.
  if (!/<img\b/i.test(html) && html.replace(/<[^<>]*>|&nbsp;|\s/g, '') === '') return { kind: 'none' }
  return { kind: 'article', bytes: new TextEncoder().encode(html), declaredEncoding: 'utf-8' }
}

function parseNote(bytes: Uint8Array): EvernoteNote | null {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Json
    // What we stored ourselves has our own form.
    return isJsonObject(value) && typeof value['content'] === 'string' ? (value as unknown as EvernoteNote) : null
  } catch {
    return null
  }
}
