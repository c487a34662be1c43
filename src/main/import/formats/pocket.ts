import type { JsonObject } from '../../../shared/json.ts'
import type { Bundle, BundleFile, DraftOrFailure, FormatConfidence, ImportSource } from '../format.ts'
import { decodeEntities } from '../html/metadata/decode-entities.ts'
import { cutNames, objectsField, textField } from '../json/json-fields.ts'
import { csvColumns } from '../tables/read-csv.ts'
import { lookText } from './look-text.ts'
import { readWhole } from './read-whole.ts'
import { aHighlight } from './saved/a-highlight.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { readTags, textBetween } from './saved/html-tags.ts'
import { readObjects } from './saved/json-format.ts'
import { readDocument } from './saved/read-document.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { readRows, rowOrigin, tableFormat, type TableRow } from './saved/table-format.ts'

const NAMES = { format: 'pocket', service: 'pocket' } as const
const PART = /^part_\d+\.csv$/i
const ANNOTATIONS = /^annotations\/part_\d+\.json$/i
const COLLECTION = /^collections\/[^/]+\.json$/i

const table = tableFormat({
  id: NAMES.format,
  service: NAMES.service,
  isOwn,
  itemOf,
  bundle: { sign: PART, claim, read: readBundle },
})

/**
 * Pocket: the ZIP of its last year (tables, annotations, collections), a table alone, or `ril_export.html`. Columns go
 * by name: one generation has a `cursor` among them.
 */
export const pocket = {
  ...table,
  confidence: (look: { readonly fileName: string | null; readonly head: Uint8Array }): FormatConfidence => {
    if (isList(look.head)) return 'certain'
    return table.confidence(look)
  },
  read: (source: ImportSource) => readAlone(source),
}

const KNOWN = new Set(['title', 'url', 'time_added', 'tags', 'status', 'cursor'])

function isOwn(columns: ReadonlySet<string>): boolean {
  return ['title', 'url', 'time_added', 'status'].every((column) => columns.has(column))
}

/** Pocket's HTML is no Netscape bookmark file: it has lists under headings that tell the state. */
function isList(head: Uint8Array): boolean {
  const text = lookText(head)
  return text.includes(' time_added="') && /<h1>\s{0,10}Unread/i.test(text)
}

function itemOf(row: TableRow): SavedItem {
  return {
    ...NOTHING_SAVED,
    url: row.get('url'),
    title: row.get('title'),
    added: row.get('time_added'),
    tags: cutNames(row.get('tags'), '|'),
    state: stateOf(row.get('status') ?? 'unread'),
    unknown: row.rest(KNOWN),
  }
}

function stateOf(status: string): SavedItem['state'] {
  return /^(?:archive|read)/i.test(status.trim()) ? 'read' : 'unread'
}

async function* readAlone(source: ImportSource): AsyncGenerator<DraftOrFailure> {
  const head = await source.head()
  if (head.ok && isList(head.value)) yield* readWhole(source, (bytes) => readList(source, bytes))
  else yield* table.read(source)
}

function* readList(source: ImportSource, bytes: Uint8Array): Generator<DraftOrFailure> {
  const html = new TextDecoder().decode(bytes)
  let state: SavedItem['state'] = 'unread'
  let number = 0
  for (const tag of readTags(html)) {
    if (tag.name === 'h1' && !tag.isEnd) state = stateOf(textBetween(html, tag.end, 'h1'))
    if (tag.name !== 'a' || tag.isEnd) continue
    const item = {
      ...NOTHING_SAVED,
      url: tag.attribute('href'),
      title: decodeEntities(textBetween(html, tag.end, 'a')),
      added: tag.attribute('time_added'),
      tags: cutNames(tag.attribute('tags'), ','),
      state,
    }
    const original = { bytes: new TextEncoder().encode(html.slice(tag.start, tag.end)), mediaType: 'text/html' }
    const path = `${source.path}#${String(++number)}`
    yield draftOfSaved(item, { ...NAMES, path, fileName: source.fileName, original, position: null })
  }
}

async function claim({ files }: Bundle): Promise<readonly BundleFile[]> {
  const parts: BundleFile[] = []
  for (const file of files.filter(({ name }) => PART.test(name))) {
    const head = await file.head()
    if (head.ok && isOwn(new Set(csvColumns(head.value)))) parts.push(file)
  }
  if (parts.length === 0) return []
  return [...parts, ...files.filter(({ name }) => ANNOTATIONS.test(name) || COLLECTION.test(name))]
}

/** What annotations and collections say about an address. */
interface Said {
  readonly title: string | null
  readonly highlights: SavedItem['highlights']
  readonly collections: SavedItem['collections']
  readonly note: string | null
  readonly description: string | null
  readonly entry: JsonObject
}

async function* readBundle({ files }: Bundle): AsyncGenerator<DraftOrFailure> {
  const said = new Map<string, Said>()
  for (const file of files.filter(({ name }) => ANNOTATIONS.test(name))) yield* readAnnotations(file, said)
  for (const file of files.filter(({ name }) => COLLECTION.test(name))) yield* readCollection(file, said)
  for (const part of files.filter(({ name }) => PART.test(name))) {
    for await (const row of readRows(part)) {
      if (!row.ok) {
        yield row.failure
        continue
      }
      const item = itemOf(row.row)
      const more = said.get(item.url ?? '')
      said.delete(item.url ?? '')
      yield draftOfSaved(more === undefined ? item : withSaid(item, more), rowOrigin(part, row, NAMES))
    }
  }
  // Articles of collections and annotations that are not (or no longer) in the list.
  for (const [url, more] of said) {
    const original = { bytes: new TextEncoder().encode(JSON.stringify(more.entry)), mediaType: 'application/json' }
    const item = withSaid({ ...NOTHING_SAVED, url, title: more.title }, more)
    yield draftOfSaved(item, {
      ...NAMES,
      path: `${files[0]?.path ?? ''}#${url}`,
      fileName: null,
      original,
      position: null,
    })
  }
}

function withSaid(item: SavedItem, { highlights, collections, note, description }: Said): SavedItem {
  return { ...item, highlights, collections, note, description }
}

const NOTHING_SAID: Said = { title: null, highlights: [], collections: [], note: null, description: null, entry: {} }

async function* readAnnotations(file: BundleFile, said: Map<string, Said>): AsyncGenerator<DraftOrFailure> {
  for await (const read of readObjects(file, '')) {
    if (!read.ok) {
      yield read.failure
      continue
    }
    const url = textField(read.entry, 'url') ?? ''
    const known = said.get(url) ?? NOTHING_SAID
    const highlights = objectsField(read.entry, 'highlights').flatMap((one) =>
      aHighlight({
        quote: textField(one, 'quote'),
        note: textField(one, 'note'),
        created: textField(one, 'created_at'),
      }),
    )
    said.set(url, {
      ...known,
      title: textField(read.entry, 'title'),
      highlights: [...known.highlights, ...highlights],
      entry: { ...known.entry, ...read.entry },
    })
  }
}

async function* readCollection(file: BundleFile, said: Map<string, Said>): AsyncGenerator<DraftOrFailure> {
  const document = await readDocument(file)
  if (!document.ok) {
    yield document
    return
  }
  const title = textField(document.value, 'title') ?? textField(document.value, 'slug') ?? 'Unnamed'
  for (const entry of objectsField(document.value, 'items')) {
    const url = textField(entry, 'url') ?? ''
    const known = said.get(url) ?? NOTHING_SAID
    said.set(url, {
      title: known.title ?? textField(entry, 'title'),
      highlights: known.highlights,
      collections: [...known.collections, [title]],
      note: known.note ?? textField(entry, 'note'),
      description: known.description ?? textField(entry, 'excerpt'),
      entry: { ...known.entry, ...entry },
    })
  }
}
