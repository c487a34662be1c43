import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const DATA = join(import.meta.dirname, '../../../shared/data')
/** Gathered from real sites: news, blogs, shops, forums; then the pages of two corpora of extraction. */
const FOLDERS = ['extraction/segments/pages', 'extraction/metadata/pages', 'extraction/readability']
const STORIES = join(DATA, 'news/bbc/bbc.jsonl')

/** How many of each there are. */
export interface RealPages {
  readonly pages: number
  readonly stories: number
}

/** Writes real web pages into a folder, and when there are too few, real news stories as texts; answers how many. */
export function writeRealPages(folder: string, count: number): RealPages {
  mkdirSync(folder, { recursive: true })
  const sources = FOLDERS.flatMap((from) => pagesUnder(join(DATA, from))).slice(0, count)
  for (const [number, source] of sources.entries()) {
    const bytes = readFileSync(source)
    writeFileSync(join(folder, `page-${String(number)}.html`), source.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  }
  const stories = readFileSync(STORIES, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(0, count - sources.length)
  for (const [number, line] of stories.entries()) {
    const { title, body } = JSON.parse(line) as { readonly title: string; readonly body: string }
    writeFileSync(join(folder, `story-${String(number)}.txt`), `${title}\n\n${body}\n`)
  }
  return { pages: sources.length, stories: stories.length }
}

/** Pages as they were saved; what a tool expects of them (`expected.html`) is none. */
function pagesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.html?(?:\.gz)?$/.test(name) && !/(?:^|\/)expected\./.test(name))
    .toSorted()
    .map((name) => join(folder, name))
}
