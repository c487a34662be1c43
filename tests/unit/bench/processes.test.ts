import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createArchiveCache } from '../../../bench/archive-cache.ts'
import { STANDARD_CORPUS } from '../../../bench/corpus/corpus-options.ts'
import { generateCorpus } from '../../../bench/corpus/generate-corpus.ts'
import { generateQueries } from '../../../bench/corpus/query-log.ts'
import { writeJsonLines } from '../../../bench/corpus/write-corpus.ts'
import type { ImportInput, ImportMeasure } from '../../../bench/import/import-process.ts'
import { inProcess } from '../../../bench/in-process.ts'
import type { SearchInput, SearchMeasure } from '../../../bench/search/search-process.ts'
import { withScratch } from '../../../bench/scratch.ts'
import { tempDir } from '../../support/temp-dir.ts'

const bench = new URL('../../../bench/', import.meta.url)
const corpus = { ...STANDARD_CORPUS, articles: 12, words: 80 }

test('an import is measured in a process of its own, and its archive can be searched in another', async () => {
  const [file, archive] = [join(tempDir(), 'corpus.jsonl'), join(tempDir(), 'archive.offprint')]
  await writeJsonLines(file, generateCorpus(corpus))
  const input = { archive, paths: [file] }
  const measured = await inProcess<ImportInput, ImportMeasure>(new URL('import/import-process.ts', bench), input)
  expect(measured).toMatchObject({ added: 12, failed: 0 })
  expect(measured.bytes.index).toBeGreaterThan(0)
  const queries = generateQueries(corpus, 20)
  const lists = { all: { query: '', sort: 'added', direction: 'down', limit: 50, offset: 0 } } as const
  const asked = await inProcess<SearchInput, SearchMeasure>(new URL('search/search-process.ts', bench), {
    archive,
    queries,
    worst: { common: 'the' },
    lists,
  })
  expect(asked.times).toHaveLength(20)
  expect(asked.empty).toBe(0)
  expect(asked.lists['all']).toBeGreaterThan(0)
})

test('a measurement that fails is told, not waited for', async () => {
  const missing = inProcess(new URL('no-such-bench.ts', bench), {})
  await expect(missing).rejects.toThrow('ended without an answer')
})

test('a scratch folder is gone after the work, also when it fails', async () => {
  let folder = ''
  const failing = withScratch((made) => {
    folder = made
    expect(existsSync(folder)).toBe(true)
    return Promise.reject(new Error('stopped'))
  })
  await expect(failing).rejects.toThrow('stopped')
  expect(existsSync(folder)).toBe(false)
})

test('the cache keeps one archive of each size, and large ones only until they were searched', () => {
  const folder = tempDir()
  const cache = createArchiveCache(folder)
  const large = { ...corpus, articles: 100_000 }
  for (const one of [corpus, large]) {
    const archive = join(tempDir(), 'new.offprint')
    writeFileSync(archive, '')
    expect(cache.has(one)).toBe(false)
    cache.keep(archive, one)
    cache.dropLarge(one)
  }
  expect([corpus, large].map((one) => cache.has(one))).toEqual([true, false])
})
