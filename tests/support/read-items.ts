import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Draft } from '../../src/main/import/draft.ts'
import type { DraftOrFailure } from '../../src/main/import/format.ts'
import { readDrafts } from '../../src/main/import/read-drafts.ts'
import { draftsOnly } from '../../src/main/import/read-source.ts'
import { findSources } from '../../src/main/import/sources/find-sources.ts'
import { collect } from './collect.ts'
import { tempDir } from './temp-dir.ts'

/** What an import would read at a path, item by item. */
export async function readPath(path: string): Promise<readonly DraftOrFailure[]> {
  const sources = await findSources([path], nothing())
  if (!sources.ok) throw new Error(sources.error.code)
  return collect(draftsOnly(readDrafts(sources.value)))
}

// eslint-disable-next-line @typescript-eslint/require-await -- standard input is a stream
async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* []
}

/** The same of a file with this content. */
export function readContent(content: string | Uint8Array, name: string): Promise<readonly DraftOrFailure[]> {
  const path = join(tempDir(), name)
  writeFileSync(path, content)
  return readPath(path)
}

/** The same of a folder with these files. */
export function readFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly DraftOrFailure[]> {
  const folder = tempDir()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return readPath(folder)
}

/** The drafts alone; a failed item ends the test. */
export function draftsOf(items: readonly DraftOrFailure[]): readonly Draft[] {
  return items.map((item) => {
    if (item.ok) return item.draft
    throw new Error(`${item.source}: ${item.error.code} ${JSON.stringify(item.error.details)}`)
  })
}

/** The most of an item in a form that is easily compared; what is empty is left out. */
export function inShort(item: DraftOrFailure): Record<string, unknown> {
  if (!item.ok) return { failed: item.error.code }
  const { format, content, url, facts, marks, sourceId } = item.draft
  const text = content.kind === 'none' ? null : new TextDecoder().decode(content.bytes)
  const all = {
    format,
    id: sourceId,
    url,
    ...facts,
    text,
    added: marks.added,
    state: marks.state === 'unread' ? null : marks.state,
    starred: marks.starred || null,
    tags: marks.tags,
    collections: marks.collections.map((way) => way.join('/')),
    highlights: marks.highlights.map(({ quote, note }) => (note === null ? quote : [quote, note])),
  }
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
}
