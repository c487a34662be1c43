import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Real pages beside the checkout; absent elsewhere. */
export const PAGES = join(import.meta.dirname, '../../../shared/data/extraction/segments/pages')

/** Unpacks every n-th page, so that about `count` are spread over all, and answers the files. */
export function unpackPages(folder: string, count: number): readonly string[] {
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(PAGES)
    .filter((name) => name.endsWith('.gz'))
    .toSorted()
  const every = Math.max(1, Math.floor(names.length / count))
  return names
    .filter((_, number) => number % every === 0)
    .map((name) => {
      const file = join(folder, name.replace(/(?:\.html?)?\.gz$/, '.html'))
      writeFileSync(file, gunzipSync(readFileSync(join(PAGES, name))))
      return file
    })
}
