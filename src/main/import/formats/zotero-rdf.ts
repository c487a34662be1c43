import { Failure } from '../../../shared/app-error.ts'
import type { Draft } from '../draft.ts'
import type { Bundle, BundleFile, DraftOrFailure, ImportFormat, ImportSource, ReadFile } from '../format.ts'
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
  for (const file of files.filter(({ name }) => !name.startsWith('files/'))) yield* readLibrary(file, beside, readFile)
}

async function* readLibrary(
  source: ImportSource,
  files: ReadonlyMap<string, BundleFile>,
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
    const withFile = readFile === null ? null : await itemWithFile(item, files, readFile)
    if (withFile !== null) {
      yield withFile
      continue
    }
    const original = { bytes: new TextEncoder().encode(JSON.stringify(item)), mediaType: 'application/json' }
    const citation = itemOfCitation(
      source,
      { citation: item.citation, original },
      { format: zoteroRdf.id, number: index + 1 },
    )
    yield citation.ok
      ? { ...citation, draft: { ...citation.draft, marks: { ...citation.draft.marks, collections: item.collections } } }
      : citation
  }
}

/** The first of a work's files that can be read, with what the library says of the work. */
async function itemWithFile(
  item: ZoteroItem,
  files: ReadonlyMap<string, BundleFile>,
  readFile: ReadFile,
): Promise<DraftOrFailure | null> {
  for (const { path, url } of item.attachments) {
    const file = files.get(path.replaceAll('\\', '/'))
    if (file === undefined) continue
    for await (const read of readFile(file)) {
      if (!read.ok) break
      return { ...read, draft: withCitation(read.draft, item, url) }
    }
  }
  return null
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
