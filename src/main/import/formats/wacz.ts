import { createHash } from 'node:crypto'
import { appError } from '../../../shared/app-error.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { Bundle, BundleFile, DraftOrFailure, ImportFormat } from '../format.ts'
import { MAX_ITEM_BYTES } from '../limits.ts'
import { sha256 } from '../steps/sha256.ts'
import { readLines } from './read-lines.ts'
import { restorePage } from './warc.ts'
import { pagesOfWarc } from './web-records/pages-of-warc.ts'
import { recordAddress } from './web-records/web-record.ts'

/**
 * A collection of web archives (WACZ 1.1.1): the pages that it lists, from the WARC files in it. Its checksums are compared
 * with its files, and what differs is told on every page.
 */
export const wacz: ImportFormat = {
  id: 'wacz',
  // A collection is a ZIP or a folder: it is known by what lies in it.
  confidence: () => 'no',
  read: () => nothing,
  bundle: { sign: /^datapackage\.json$/, claim, read },
  restoreContent: restorePage,
}

const nothing: AsyncIterable<DraftOrFailure> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
}

const WARC = /^(?:data\/)?archive\/.*\.warc(?:\.gz)?$/i
const OWN = /^(?:data\/)?(?:archive|indexes|pages|logs|fuzzy|text|screenshots)\/|^datapackage(?:-digest)?\.json$/i

function claim({ files, fileName }: Bundle): Promise<readonly BundleFile[]> {
  const isNamed = /\.wacz$/i.test(fileName ?? '')
  const own = files.filter(({ name }) => OWN.test(name))
  return Promise.resolve(isNamed ? files : own.some(({ name }) => WARC.test(name)) ? own : [])
}

async function* read(bundle: Bundle): AsyncGenerator<DraftOrFailure> {
  const archives = bundle.files.filter(({ name }) => WARC.test(name))
  if (archives.length === 0) {
    const error = appError('import/malformed', { reason: 'it holds no WARC file, so there is no page in it' })
    const key = { sourceHash: sha256(bundle.path), key: 'unread' }
    yield { ok: false, source: bundle.path, key, error, position: null }
    return
  }
  const files = await differingFiles(bundle)
  const notes: readonly ItemNote[] = files.length === 0 ? [] : [{ kind: 'checksum-differs', details: { files } }]
  yield* pagesOfWarc(
    archives.map((file) => file.stream()),
    {
      place: { format: wacz.id, path: bundle.path, fileName: bundle.fileName },
      listed: await listedPages(bundle),
      notes,
    },
  )
}

/** Files that are not there, or are not what the collection's description says of them; names at most. */
const MOST_NAMED = 10

async function differingFiles(bundle: Bundle): Promise<readonly string[]> {
  const description = await readJson(bundle.files.find(({ name }) => name === 'datapackage.json'))
  const resources = description?.['resources']
  const differing: string[] = []
  for (const resource of Array.isArray(resources) ? (resources as readonly Json[]).filter(isJsonObject) : []) {
    const { path } = resource
    const stated = statedHash(resource)
    if (typeof path !== 'string' || stated === null) continue
    const file = bundle.files.find(({ name }) => name === path)
    if (file === undefined || (await hashOf(file, stated.algorithm)) !== stated.hash) differing.push(path)
    if (differing.length >= MOST_NAMED) break
  }
  return differing
}

/** `hash` of version 1.1, `stats` and `hashing` of version 1.0. */
function statedHash(resource: JsonObject): { readonly algorithm: string; readonly hash: string } | null {
  const { hash, hashing, stats } = resource
  const [, algorithm = '', digits = ''] = typeof hash === 'string' ? (/^(\w+):([\da-f]+)$/i.exec(hash) ?? []) : []
  const older = isJsonObject(stats) ? stats['hash'] : undefined
  const found =
    digits !== ''
      ? { algorithm, hash: digits }
      : typeof older === 'string' && typeof hashing === 'string'
        ? { algorithm: hashing, hash: older }
        : null
  if (found === null || !/^(?:sha(?:1|224|256|384|512)|md5)$/i.test(found.algorithm)) return null
  return { algorithm: found.algorithm.toLowerCase(), hash: found.hash.toLowerCase() }
}

async function hashOf(file: BundleFile, algorithm: string): Promise<string | null> {
  const hash = createHash(algorithm)
  try {
    for await (const piece of file.stream()) hash.update(piece)
    return hash.digest('hex')
  } catch {
    // An entry that does not unpack is told where it is read.
    return null
  }
}

/** Addresses of the pages listed, those found on the way among them; null when there is no list. */
async function listedPages(bundle: Bundle): Promise<ReadonlyMap<string, { readonly title: string | null }> | null> {
  const lists = bundle.files.filter(({ name }) => /^(?:data\/)?pages\/[^/]+\.jsonl$/i.test(name))
  const pages = new Map<string, { readonly title: string | null }>()
  for (const list of lists) {
    try {
      for await (const { bytes } of readLines(list.stream(), MAX_ITEM_BYTES)) {
        const page = bytes === null ? null : parseObject(bytes)
        const url = page?.['url']
        const title = page?.['title']
        if (typeof url === 'string' && /^https?:/i.test(url)) {
          pages.set(recordAddress(url), { title: typeof title === 'string' ? title : null })
        }
      }
    } catch {
      // A list that breaks off lists what it listed; the pages' own files tell what is damaged.
    }
  }
  return pages.size === 0 ? null : pages
}

async function readJson(file: BundleFile | undefined): Promise<JsonObject | null> {
  const read = await file?.bytes()
  return read?.ok === true ? parseObject(read.value) : null
}

function parseObject(bytes: Uint8Array): JsonObject | null {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Json
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
