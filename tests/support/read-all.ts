import type { Draft } from '../../src/main/import/draft.ts'
import type { DraftFailure, DraftOrFailure } from '../../src/main/import/format.ts'
import { readDrafts } from '../../src/main/import/read-drafts.ts'
import { draftsOnly } from '../../src/main/import/read-source.ts'
import { findSources } from '../../src/main/import/sources/find-sources.ts'
import { aSource, aSourceList } from './import-builders.ts'

/** What an import would read: articles as drafts, and what could not be read. */
export interface ReadAll {
  readonly drafts: readonly Draft[]
  readonly failures: readonly DraftFailure[]
}

/** Reads one source as an import does: its format is found by looking. */
export async function readAll(content: string | Uint8Array, fileName: string | null = null): Promise<ReadAll> {
  return sorted(draftsOnly(readDrafts(aSourceList(() => [aSource(content, fileName, 65_536)]))))
}

/** Reads files and folders as an import does. */
export async function readPaths(...paths: readonly string[]): Promise<ReadAll> {
  const nothing = { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }) }
  const found = await findSources(paths, nothing as AsyncIterable<Uint8Array>)
  if (!found.ok) throw new Error(found.error.code)
  return sorted(draftsOnly(readDrafts(found.value)))
}

async function sorted(items: AsyncIterable<DraftOrFailure>): Promise<ReadAll> {
  const drafts: Draft[] = []
  const failures: DraftFailure[] = []
  for await (const item of items) {
    if (item.ok) drafts.push(item.draft)
    else failures.push(item)
  }
  return { drafts, failures }
}

/** A draft's content as text in UTF-8. */
export function contentText(draft: Draft | undefined): string {
  return draft === undefined || draft.content.kind === 'none' ? '' : new TextDecoder().decode(draft.content.bytes)
}
