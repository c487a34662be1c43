import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportSource } from '../../../../../src/main/import/format.ts'
import { KARAKEEP_EXPORT, karakeep } from '../../../../../src/main/import/formats/karakeep.ts'
import { LINKWARDEN_EXPORT, linkwarden } from '../../../../../src/main/import/formats/linkwarden.ts'
import { readJsonInBatches } from '../../../../../src/main/import/formats/saved/read-json-in-batches.ts'
import { fileSource } from '../../../../../src/main/import/sources/file-source.ts'
import { collect } from '../../../../support/collect.ts'
import { inShort } from '../../../../support/read-items.ts'
import { tempDir } from '../../../../support/temp-dir.ts'

const link = (id: number) => ({ id, name: `Link ${String(id)}`, url: `https://a.example/${String(id)}`, tags: [] })
const LINKWARDEN = {
  name: 'me',
  collections: [
    { id: 1, name: 'Sea', parentId: null, links: [link(1), link(2)] },
    { id: 2, name: 'Ice', parentId: 3, links: [link(3)] },
    { id: 3, name: 'North', parentId: 1, links: [] },
  ],
  pinnedLinks: [{ id: 3, name: 'Link 3' }],
}
const KARAKEEP = {
  bookmarks: Array.from({ length: 450 }, (_, at) => ({
    createdAt: 1_600_000_000 + at,
    title: `Mark ${String(at)}`,
    tags: ['x'],
    lists: at % 2 === 0 ? ['b'] : ['smart'],
    content: { type: 'link', url: `https://b.example/${String(at)}` },
  })),
  lists: [
    { id: 'a', name: 'Top', type: 'manual', parentId: null },
    { id: 'b', name: 'Below', type: 'manual', parentId: 'a' },
    { id: 'smart', name: 'Query', type: 'smart', parentId: null },
  ],
}

function sourceOf(text: string): ImportSource {
  const path = join(tempDir(), 'export.json')
  writeFileSync(path, text)
  return fileSource({ path, size: text.length, told: 'export.json' })
}

test.each([
  ['Linkwarden', LINKWARDEN, linkwarden, LINKWARDEN_EXPORT],
  ['Karakeep', KARAKEEP, karakeep, KARAKEEP_EXPORT],
])('a backup of %s read in batches is the same as read whole', async (_, document, format, parts) => {
  const text = JSON.stringify(document)
  const whole = await collect(format.read(sourceOf(text)))
  const cut = await collect(readJsonInBatches(sourceOf(text), parts))
  expect(cut).toEqual(whole)
  expect(cut.every(({ ok }) => ok)).toBe(true)
})

test('what stands before the place where it breaks off is read, and the break is told', async () => {
  const text = JSON.stringify(KARAKEEP)
  const items = await collect(readJsonInBatches(sourceOf(text.slice(0, text.length / 2)), KARAKEEP_EXPORT))
  expect(items.length).toBeGreaterThan(200)
  expect(items.slice(0, -1).every(({ ok }) => ok)).toBe(true)
  expect(items.slice(-1).map(inShort)).toEqual([{ failed: 'import/malformed' }])
})
