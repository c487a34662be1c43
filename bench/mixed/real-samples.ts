import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Real files beside the checkout; absent elsewhere. */
export const DATA = join(import.meta.dirname, '../../../shared/data')

/** A real file to make others from. */
export interface Sample {
  readonly name: string
  readonly read: () => Uint8Array
}

/** Where samples lie, and what share of all files is made from them. */
const FOLDERS: readonly { readonly folder: string; readonly share: number; readonly most: number }[] = [
  { folder: 'extraction/segments/pages', share: 0.15, most: 400 },
  { folder: 'extraction/readability', share: 0.03, most: 55 },
  { folder: 'epub/w3c-epub-tests', share: 0.06, most: 120 },
  { folder: 'pdf/hypothesis', share: 0.01, most: 20 },
  { folder: 'archives', share: 0.02, most: 40 },
  { folder: 'imports', share: 0.03, most: 120 },
]

/** News of a file of JSON lines, as text and as Markdown: the rest of all files. */
const NEWS = 'news/bbc/bbc.jsonl'

/** Samples by kind, each kind with the share of the files that are made from it. */
export function realSamples(): readonly { readonly share: number; readonly samples: readonly Sample[] }[] {
  const found = FOLDERS.map(({ folder, share, most }) => ({
    share,
    samples: filesBelow(join(DATA, folder)).slice(0, most),
  }))
  const rest = 1 - FOLDERS.reduce((sum, { share }) => sum + share, 0)
  return [...found, { share: rest, samples: news() }].filter(({ samples }) => samples.length > 0)
}

/** Largest file taken, in bytes: the bench is about many. */
const LARGEST = 2_000_000
const OTHERS = /^(?:README|LICENSE)/i

function filesBelow(folder: string): readonly Sample[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size < LARGEST && !OTHERS.test(basename(path)))
    .toSorted()
    .map((path) => sampleOf(path))
}

/** Pages are kept packed; everything else is read as it lies there. */
function sampleOf(path: string): Sample {
  const packed = path.endsWith('.gz') && !path.endsWith('.warc.gz')
  if (!packed) return { name: basename(path), read: () => readFileSync(path) }
  const name = basename(path, '.gz')
  return { name: extname(name) === '' ? `${name}.html` : name, read: () => gunzipSync(readFileSync(path)) }
}

function news(): readonly Sample[] {
  const path = join(DATA, NEWS)
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((line, number) => {
    const { id, title, body } = JSON.parse(line) as Readonly<Record<'id' | 'title' | 'body', string>>
    const name = id.replaceAll('/', '-')
    const text = number % 3 === 0 ? `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n` : `${title}\n\n${body}\n`
    return { name: `${name}.${number % 3 === 0 ? 'md' : 'txt'}`, read: () => Buffer.from(text) }
  })
}
