import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { extractSources } from '../../../src/main/import/extract-sources.ts'
import { plainText } from '../../../src/main/import/formats/plain-text.ts'
import { createParsePool } from '../../../src/main/import/pool/parse-pool.ts'
import { aSource, aSourceList } from '../../support/import-builders.ts'
import { collect } from '../../support/collect.ts'

const entry = join(import.meta.dirname, '../../../src/main/parse-worker.ts')

async function extract(wishes: Parameters<typeof extractSources>[0]['wishes']): Promise<readonly unknown[]> {
  const pool = createParsePool({ entry, size: 1 })
  onTestFinished(() => pool.close())
  const sources = aSourceList(() => [
    aSource('<!doctype html><title>A page</title><p>Words of <a href="b">a page</a>.', 'a.html'),
    aSource('', 'empty.txt'),
    aSource('# A title\n\nA body.', 'b.md'),
  ])
  const items = await collect(
    extractSources({
      sources,
      pool,
      signal: new AbortController().signal,
      ...(wishes === undefined ? {} : { wishes }),
    }),
  )
  return items.map(({ source, prepared, error }) => [
    source,
    error?.code ?? prepared?.rendition?.extractor,
    prepared?.source.url ?? null,
    prepared?.marks.tags ?? [],
  ])
}

test('an extraction gives every item in order, with its failure or its article', async () => {
  expect(await extract(undefined)).toEqual([
    ['a.html', 'html', null, []],
    ['empty.txt', 'import/empty', null, []],
    ['b.md', 'markdown', null, []],
  ])
})

test('a wished format, URL and tags are those of all items', async () => {
  expect(await extract({ format: plainText, url: 'https://example.org/x', tags: ['t'] })).toEqual([
    ['a.html', 'plain-text', 'https://example.org/x', ['t']],
    ['empty.txt', 'import/empty', null, []],
    ['b.md', 'plain-text', 'https://example.org/x', ['t']],
  ])
})
