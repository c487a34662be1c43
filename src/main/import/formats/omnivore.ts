import type { JsonObject } from '../../../shared/json.ts'
import type { DraftHighlight } from '../../archive/prepared-article.ts'
import type { Bundle, BundleFile, DraftFailure, DraftOrFailure, ReadFile } from '../format.ts'
import { namesField, textField } from '../json/json-fields.ts'
import { draftOfEntry, jsonFormat, readObjects } from './saved/json-format.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { readContentFile } from './saved/read-content-file.ts'
import { readOmnivoreHighlights } from './saved/omnivore-highlights.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { failureAt } from './saved/table-format.ts'

const NAMES = { id: 'omnivore', format: 'omnivore', service: 'omnivore' } as const
const METADATA = /^metadata_\d+_to_\d+\.json$/i
const BESIDE = /^(?:content|highlights)\/[^/]+$/i

const list = jsonFormat({
  ...NAMES,
  isOwn: ({ root, names }) =>
    root === 'list' && ['slug', 'readingProgress', 'savedAt', 'url'].every((name) => names.has(name)),
  member: '',
  itemOf,
  bundle: {
    sign: METADATA,
    claim: ({ files }) => Promise.resolve(files.filter(({ name }) => METADATA.test(name) || BESIDE.test(name))),
    read: readBundle,
  },
})

/** Omnivore: the export with `content/` and `highlights/` (a ZIP or unpacked), or its list of articles alone. */
export const omnivore = {
  ...list,
  restoreContent: (original: { readonly bytes: Uint8Array; readonly mediaType: string }) =>
    original.mediaType === 'text/html'
      ? ({ kind: 'article', bytes: original.bytes, declaredEncoding: null } as const)
      : ({ kind: 'none' } as const),
}

async function* readBundle({ files }: Bundle, readFile: ReadFile): AsyncGenerator<DraftOrFailure> {
  const bySlug = besideBySlug(files)
  for (const list of files.filter(({ name }) => METADATA.test(name))) {
    for await (const read of readObjects(list, '')) {
      if (!read.ok) {
        yield read.failure
        continue
      }
      const beside = bySlug.get(textField(read.entry, 'slug') ?? '')
      bySlug.delete(textField(read.entry, 'slug') ?? '')
      const { highlights, failures } = await highlightsOf(beside?.highlights ?? [])
      yield* failures
      const item = { ...itemOf(read.entry), highlights }
      // An article that was uploaded twice stands in the ZIP twice; the later one is whole.
      const content = beside?.content.at(-1)
      if (content === undefined) yield draftOfEntry(list, read, { ...NAMES, itemOf: () => item })
      else yield* readContentFile(item, content, NAMES, readFile)
    }
  }
  yield* readUnlisted(bySlug, readFile)
}

interface Beside {
  readonly content: BundleFile[]
  readonly highlights: BundleFile[]
}

function besideBySlug(files: readonly BundleFile[]): Map<string, Beside> {
  const bySlug = new Map<string, Beside>()
  for (const file of files.filter(({ name }) => BESIDE.test(name))) {
    const slug = (file.fileName ?? '').replace(/\.[a-z\d]+$/i, '')
    const beside = bySlug.get(slug) ?? { content: [], highlights: [] }
    beside[/^content\//i.test(file.name) ? 'content' : 'highlights'].push(file)
    bySlug.set(slug, beside)
  }
  return bySlug
}

/** Articles that no list names (a list was lost, or the ZIP was cut): their text is worth as much. */
async function* readUnlisted(bySlug: ReadonlyMap<string, Beside>, readFile: ReadFile): AsyncGenerator<DraftOrFailure> {
  for (const [slug, { content, highlights }] of bySlug) {
    const read = await highlightsOf(highlights)
    yield* read.failures
    const file = content.at(-1)
    const item = { ...NOTHING_SAVED, highlights: read.highlights }
    if (file !== undefined) yield* readContentFile(item, file, NAMES, readFile)
    else if (read.highlights.length > 0) yield marksAlone({ ...item, title: slug }, highlights)
  }
}

/** Highlights of which neither entry nor text is there: what a person marked is kept under the name of their file. */
function marksAlone(item: SavedItem, files: readonly BundleFile[]): DraftOrFailure {
  const original = { bytes: new TextEncoder().encode(JSON.stringify(item.highlights)), mediaType: 'application/json' }
  const path = files.at(-1)?.path ?? ''
  return draftOfSaved(item, { ...NAMES, path, fileName: files.at(-1)?.fileName ?? null, original, position: null })
}

interface Highlights {
  readonly highlights: readonly DraftHighlight[]
  /** Files that could not be read. */
  readonly failures: readonly DraftFailure[]
}

async function highlightsOf(files: readonly BundleFile[]): Promise<Highlights> {
  const found = new Map<string, DraftHighlight>()
  const failures: DraftFailure[] = []
  for (const file of files) {
    const read = await file.bytes()
    if (!read.ok) {
      failures.push(failureAt(file.path, read.error))
      continue
    }
    for (const highlight of readOmnivoreHighlights(new TextDecoder().decode(read.value))) {
      found.set(JSON.stringify([highlight.quote, highlight.note]), highlight)
    }
  }
  return { highlights: [...found.values()], failures }
}

function itemOf(entry: JsonObject): SavedItem {
  const progress = Number(textField(entry, 'readingProgress') ?? 0)
  const isRead = textField(entry, 'state') === 'Archived' || progress >= 100
  return {
    ...NOTHING_SAVED,
    id: textField(entry, 'id'),
    url: textField(entry, 'url'),
    title: textField(entry, 'title'),
    description: textField(entry, 'description'),
    author: textField(entry, 'author'),
    published: textField(entry, 'publishedAt'),
    added: textField(entry, 'savedAt'),
    state: isRead ? 'read' : progress > 0 ? 'reading' : 'unread',
    tags: namesField(entry, 'labels'),
    unknown: { thumbnail: entry['thumbnail'] ?? null },
  }
}
