import { Failure } from '../../../shared/app-error.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { Draft } from '../draft.ts'
import type {
  Bundle,
  BundleFile,
  DraftFailure,
  DraftOrFailure,
  ImportFormat,
  ImportSource,
  ReadFile,
} from '../format.ts'
import { readError } from '../sources/read-error.ts'
import { sha256 } from '../steps/sha256.ts'
import { contentOfCitation, itemOfCitation, statedBy } from './citations/draft-of-citation.ts'
import { lookText } from './look-text.ts'
import { readRdf } from './zotero/rdf-tree.ts'
import { zoteroItems, type ZoteroItem } from './zotero/zotero-item.ts'
import { wholeFailure } from './read-whole.ts'

/**
 * A library exported by Zotero as RDF, with its files beside it when they were exported too: each work an item, its text the
 * page or the PDF that belongs to it, else its abstract.
 */
export const zoteroRdf: ImportFormat = {
  id: 'zotero-rdf',
  confidence: ({ head }) => (isZotero(head) ? 'certain' : 'no'),
  read: (source) => readLibrary(source, new Map(), null),
  bundle: {
    sign: /\.rdf$/i,
    claim,
    read: readBundle,
  },
  restoreContent: ({ bytes }) => {
    const { citation } = JSON.parse(new TextDecoder().decode(bytes)) as ZoteroItem
    return contentOfCitation(citation)
  },
}

function isZotero(head: Uint8Array): boolean {
  const start = lookText(head)
  return /<rdf:RDF\b/i.test(start.slice(0, 2000)) && start.includes('http://www.zotero.org/namespaces/export#')
}

async function claim({ files }: Bundle): Promise<readonly BundleFile[]> {
  const libraries: BundleFile[] = []
  for (const file of files.filter(({ name }) => /^[^/]+\.rdf$/i.test(name))) {
    const head = await file.head()
    if (head.ok && isZotero(head.value)) libraries.push(file)
  }
  if (libraries.length === 0) return []
  return [...libraries, ...files.filter(({ name }) => name.startsWith('files/'))]
}

async function* readBundle({ files }: Bundle, readFile: ReadFile): AsyncGenerator<DraftOrFailure> {
  const beside = new Map(files.filter(({ name }) => name.startsWith('files/')).map((file) => [file.name, file]))
  const named = new Set<string>()
  const asked: Files = {
    get: (path) => {
      named.add(path)
      return beside.get(path)
    },
  }
  for (const file of files.filter(({ name }) => !name.startsWith('files/'))) yield* readLibrary(file, asked, readFile)
  const folders = new Set([...named].map((path) => folderOf(path)))
  for (const file of beside.values()) {
    if (!named.has(file.name) && !folders.has(folderOf(file.name))) yield* readFile(file)
  }
}

/** The files of a library by their paths in it. */
type Files = Pick<ReadonlyMap<string, BundleFile>, 'get'>

/**
 * The folder of an attachment, `files/12/`: all that lies in it belongs to the one file that the library names (a page's
 * pictures). A folder that it never names holds a file whose work is missing.
 */
function folderOf(path: string): string {
  return /^files\/[^/]+\//.exec(path)?.[0] ?? path
}

async function* readLibrary(
  source: ImportSource,
  files: Files,
  readFile: ReadFile | null,
): AsyncGenerator<DraftOrFailure> {
  let items: readonly ZoteroItem[]
  try {
    items = zoteroItems(await readRdf(source.stream(), source.path))
  } catch (error) {
    const failure = error instanceof Failure ? error.appError : readError(source.path, error)
    yield wholeFailure(source, new TextEncoder().encode(source.path), failure)
    return
  }
  for (const [index, item] of items.entries()) {
    const read = readFile === null ? NOTHING_READ : await readAttachments(item, files, readFile)
    yield* read.drafts.map((draft): DraftOrFailure => ({ ok: true, draft, position: null }))
    if (read.drafts.length > 0) {
      yield* read.failures
      continue
    }
    const original = { bytes: new TextEncoder().encode(JSON.stringify(item)), mediaType: 'application/json' }
    const citation = itemOfCitation(
      source,
      { citation: item.citation, original },
      { format: zoteroRdf.id, number: index + 1 },
    )
    if (!citation.ok) yield* read.failures
    yield citation.ok ? { ...citation, draft: withoutFile(citation.draft, item, read.failures) } : citation
  }
}

interface ReadAttachments {
  readonly drafts: readonly Draft[]
  /** Files that could not be read. */
  readonly failures: readonly DraftFailure[]
}

const NOTHING_READ: ReadAttachments = { drafts: [], failures: [] }

/** A work's files, each once: the first that can be read is the work, the others are items beside it. */
async function readAttachments(item: ZoteroItem, files: Files, readFile: ReadFile): Promise<ReadAttachments> {
  const drafts: Draft[] = []
  const failures: DraftFailure[] = []
  const urls = new Map(item.attachments.map(({ path, url }) => [path.replaceAll('\\', '/'), url]))
  for (const [path, url] of urls) {
    const file = files.get(path)
    if (file === undefined) continue
    for await (const read of readFile(file)) {
      if (!read.ok) failures.push(read)
      else if (drafts.length === 0) drafts.push(withCitation(read.draft, item, url))
      else drafts.push(besideWork(read.draft, item, { path, url, work: drafts[0]?.url ?? null }))
    }
  }
  return { drafts, failures }
}

/** Another file of a work: with the work's address it would be a version of it, and its notes are there once. */
function besideWork(
  draft: Draft,
  item: ZoteroItem,
  { path, url, work }: { readonly path: string; readonly url: string | null; readonly work: string | null },
): Draft {
  const same = withCitation(draft, item, url)
  const key = { sourceHash: draft.key.sourceHash, key: sha256(JSON.stringify([item.citation, path])) }
  const isOther = url !== null && url !== work
  return {
    ...same,
    key,
    url: isOther ? url : null,
    marks: { ...same.marks, highlights: draft.marks.highlights },
  }
}

/** The work is there though its file cannot be read: it says so. */
function withoutFile(draft: Draft, { collections }: ZoteroItem, failures: readonly DraftFailure[]): Draft {
  const notes = failures.map(({ error }): ItemNote => ({ kind: 'no-article-found', details: { cause: error.code } }))
  return { ...draft, marks: { ...draft.marks, collections }, notes: [...draft.notes, ...notes] }
}

function withCitation(draft: Draft, { citation, collections }: ZoteroItem, url: string | null): Draft {
  const stated = statedBy(citation)
  return {
    ...draft,
    key: { sourceHash: draft.key.sourceHash, key: sha256(JSON.stringify(citation)) },
    url: url ?? stated.url ?? draft.url,
    facts: { ...draft.facts, ...stated.facts },
    marks: { ...stated.marks, collections },
    captured: stated.captured ?? draft.captured,
    notes: [...draft.notes, ...stated.notes],
  }
}
