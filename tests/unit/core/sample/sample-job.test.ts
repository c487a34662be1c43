import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCore, type Core } from '../../../../src/main/core.ts'
import { SAMPLE_FOLDER } from '../../../../src/main/core/resource-folders.ts'
import { readSampleContents } from '../../../../src/main/core/sample/sample-contents.ts'
import type { Article, ArticleRow } from '../../../../src/shared/model/article.ts'
import type { CollectionNode } from '../../../../src/shared/model/organisation.ts'
import type { ArchiveOverview } from '../../../../src/shared/model/overview.ts'
import type { ImportReport } from '../../../../src/shared/model/job.ts'
import { tempDir } from '../../../support/temp-dir.ts'
import { valueOf } from '../../../support/value-of.ts'

const PARSE_WORKER = join(import.meta.dirname, '../../../../src/main/parse-worker.ts')
const CONTROL = {
  signal: { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined },
  onProgress: () => undefined,
  onImport: () => undefined,
  resumed: () => Promise.resolve(),
  pause: () => Promise.resolve(),
}

/** Milliseconds for work that a busy machine may take its time over. */
const PATIENCE = 60_000

/** Title, byline, publication, date, language, lead image, state, star, highlights; the newest first. */
const FACTS = [
  ['The weir that nobody owns', 'Dara Whitlock', 'The Harrowmere Gazette', '2024-03-02', 'en', true, 'reading', false, 4],
  ['Насіння, яке перечекало: шафа на двісті шухляд у селі Верболози', 'Соломія Гаврилець', 'Лиман і місто', '2024-02-21', 'uk', true, 'reading', false, 1],
  ['What the dust remembers', 'Maren Lindqvist', 'Firn & Field', '2023-05-14', 'en', true, 'reading', true, 7],
  ['دفتر الماء: كيف تقتسم القرية ساعات الفلج', 'سلمى القنطري', 'مجلة السواقي', '2023-12-17', 'ar', true, 'reading', true, 3],
  ['Counting layers under melt: a protocol for two observers', 'Maren Lindqvist, Jens Abildtoft, Ewa Morawiec', 'Nordic Core Bulletin', '2022-10-03', 'en', false, 'reading', false, 2],
  ['海苔網の下の春 ― 五十年分の水温手帳', '水野はるか', '汐見日報', '2024-01-30', 'ja', true, 'reading', false, 2],
  ['The voyage that was insured twice', 'Ifor Penhallow', 'Tonnage Review', '2023-11-09', 'en', true, 'read', false, 11],
  ['Against the bottomless pile', 'Calla Brandt', 'The Ferrow Review', '2024-02-26', 'en', false, 'unread', false, 0],
  ['Wer zählt die Pegel, wenn keiner mehr hinsieht?', 'Hauke Rieper', 'Küstenheft', '2023-09-11', 'de', false, 'read', false, 1],
  ['Ce que la marée rend', 'Aurèle Castagnac', 'Le Cahier du bassin', '2023-08-06', 'fr', false, 'unread', false, 0],
  ['The freezer in Building Nine', 'Maren Lindqvist', 'The Ferrow Review', '2024-01-08', 'en', false, 'read', false, 1],
  ['Capacity, or how a harbour counts', 'Ifor Penhallow', 'Tonnage Review', '2022-06-23', 'en', false, 'unread', false, 0],
] as const // prettier-ignore

const COLLECTIONS = [
  ['Northern ice', 1],
  ['Northern ice/Chapter 3: dust', 1],
  ['Northern ice/Dating methods', 1],
  ['Weir Lane inquiry', 1],
  ['Weir Lane inquiry/Council minutes', 0],
  ['Ports and policies', 2],
  ['Seminar: reading water', 5],
]

function openAt(file: string): Core {
  return valueOf(openCore({ file, create: true, actor: 'window', parseWorker: PARSE_WORKER, warn: () => undefined }))
}

async function bringIn(core: Core): Promise<ImportReport> {
  return valueOf(await core.runners['import.sample']({}, CONTROL))
}

async function rowsOf({ client }: Core): Promise<readonly ArticleRow[]> {
  const request = { query: '', sort: 'added', direction: 'down', limit: 100, offset: 0 } as const
  return valueOf(await client.request('article.list', request)).rows
}

async function articlesOf(core: Core): Promise<readonly Article[]> {
  const rows = await rowsOf(core)
  return Promise.all(
    rows.map(async ({ uid }) => valueOf(await core.client.request('article.get', { uid, version: null }))),
  )
}

/** Paths of collections with the number of articles in each, parents first. */
function pathsOf(nodes: readonly CollectionNode[], above = ''): readonly (readonly [string, number])[] {
  return nodes.flatMap(({ name, articles, children }) => [
    [above + name, articles] as const,
    ...pathsOf(children, `${above}${name}/`),
  ])
}

async function overviewOf({ client }: Core): Promise<ArchiveOverview> {
  return valueOf(await client.request('archive.overview', {}))
}

describe('the built-in sample', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-test-'))
  let core: Core
  let report: ImportReport
  beforeAll(async () => {
    core = openAt(join(folder, 'Sample.offprint'))
    report = await bringIn(core)
  }, PATIENCE)
  afterAll(async () => {
    await core.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is twelve articles in six languages that come in without a remark', async () => {
    expect(report).toMatchObject({ read: 12, added: 12, failed: 0, cancelled: false })
    expect(report.items.filter(({ notes }) => notes.length > 0)).toEqual([])
    expect(new Set((await rowsOf(core)).map(({ language }) => language)).size).toBe(6)
  })

  test('shows the facts, states and stars of every article, the newest first', async () => {
    const shown = (await rowsOf(core)).map((row) => [
      row.title?.replaceAll('\u00a0', ' '),
      row.byline,
      row.publication,
      row.published,
      row.language,
      row.leadImage !== null,
      row.state,
      row.starred,
      row.highlights,
    ])
    expect(shown).toEqual(FACTS)
  })

  test('has every highlight on its words, in its colour', async () => {
    const { articles } = valueOf(await readSampleContents(SAMPLE_FOLDER))
    const wanted = articles.flatMap(({ highlights }) =>
      highlights.map(({ quote, color, note }) => ({ quote, color, note })),
    )
    const found = (await articlesOf(core)).flatMap(({ text, annotations }) =>
      annotations.map(({ quote, color, note, anchors: [anchor] }) => {
        expect(anchor).toMatchObject({ status: 'placed', score: 1 })
        expect(text.slice(anchor?.start ?? 0, anchor?.end ?? 0)).toBe(quote?.exact)
        return { quote: quote?.exact, color, note }
      }),
    )
    const byQuote = (one: { readonly quote: string | undefined }, other: { readonly quote: string | undefined }) =>
      (one.quote ?? '') < (other.quote ?? '') ? -1 : 1
    expect(found.toSorted(byQuote)).toEqual(wanted.toSorted(byQuote))
  })

  test('has its collections, one of them waiting, and its tags', async () => {
    const { collections, tags } = await overviewOf(core)
    expect(pathsOf(collections)).toEqual(COLLECTIONS)
    expect(tags.map(({ name }) => name).toSorted()).toEqual([
      'chapter-3',
      'follow-up',
      'methods',
      'primary-source',
      'seminar',
      'to-cite',
      'wording',
    ])
  })

  test('opens where the reader stopped', async () => {
    const { articles } = valueOf(await readSampleContents(SAMPLE_FOLDER))
    const places = (await articlesOf(core)).map(({ text, position }) =>
      position.stopped === null ? null : text.slice(position.stopped.offset),
    )
    for (const { stopped } of articles) {
      if (stopped !== null) expect(places.filter((text) => text?.startsWith(stopped))).toHaveLength(1)
    }
    const [weir, , dust] = await rowsOf(core)
    expect(weir?.foreEdge.read).toBeCloseTo(0.38, 1)
    expect(dust?.foreEdge.read).toBeCloseTo(0.62, 1)
  })
})

test('brought in twice it adds nothing, nothing to undo, and no collection deleted since', async () => {
  const core = openAt(join(tempDir(), 'Twice.offprint'))
  try {
    await bringIn(core)
    const ports = (await overviewOf(core)).collections.find(({ name }) => name === 'Ports and policies')
    valueOf(await core.client.request('collection.delete', { uid: ports?.uid ?? ('' as never) }))
    const before = [await articlesOf(core), { ...(await overviewOf(core)), bytes: 0 }]
    expect(await bringIn(core)).toMatchObject({ read: 12, added: 0, already: 12 })
    expect([await articlesOf(core), { ...(await overviewOf(core)), bytes: 0 }]).toEqual(before)
    expect(valueOf(await core.client.request('gesture.list', { limit: 10 }))).toHaveLength(2)
  } finally {
    await core.close()
  }
})

test('one undo takes it back whole, and it can be brought in again as it was', async () => {
  const core = openAt(join(tempDir(), 'Undo.offprint'))
  try {
    const { gesture } = await bringIn(core)
    const before = (await articlesOf(core)).map(({ title, annotations, tags, collections }) => ({
      title,
      notes: annotations.length,
      tags,
      collections,
    }))
    valueOf(await core.client.request('gesture.undo', { gesture: null }))
    expect(await rowsOf(core)).toEqual([])
    expect(await overviewOf(core)).toMatchObject({ collections: [], tags: [] })
    expect(valueOf(await core.client.request('gesture.list', { limit: 10 }))).toEqual([])
    expect(gesture).not.toBeNull()

    expect(await bringIn(core)).toMatchObject({ read: 12, added: 0, failed: 0 })
    const after = (await articlesOf(core)).map(({ title, annotations, tags, collections }) => ({
      title,
      notes: annotations.length,
      tags,
      collections,
    }))
    expect(after).toEqual(before)
  } finally {
    await core.close()
  }
})

test('undo leaves a collection that holds something of your own', async () => {
  const core = openAt(join(tempDir(), 'Own.offprint'))
  try {
    const { gesture } = await bringIn(core)
    const own = valueOf(
      await core.runners['import.run'](
        {
          paths: [join(SAMPLE_FOLDER, '../tour/lighthouse.txt')],
          collection: ['Northern ice'],
          tags: ['to-cite'],
          format: null,
          base: null,
          dryRun: false,
          report: 'all',
        },
        CONTROL,
      ),
    )
    valueOf(await core.client.request('gesture.undo', { gesture }))
    expect((await rowsOf(core)).map(({ uid }) => uid)).toEqual([own.items[0]?.uid])
    const { collections, tags } = await overviewOf(core)
    expect(pathsOf(collections)).toEqual([['Northern ice', 1]])
    expect(tags.map(({ name }) => name)).toEqual(['to-cite'])
  } finally {
    await core.close()
  }
})

test('the folder holds what the list names and nothing more, in 1.5 MB', async () => {
  const { articles } = valueOf(await readSampleContents(SAMPLE_FOLDER))
  const files = await readdir(SAMPLE_FOLDER)
  expect(files.toSorted()).toEqual([...articles.map(({ file }) => file), 'sample.json'].toSorted())
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(SAMPLE_FOLDER, file))).size))
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_500_000)
  // Nothing in it is fetched when a page is opened as it came.
  for (const file of files) {
    expect(readFileSync(join(SAMPLE_FOLDER, file), 'utf8')).not.toMatch(/\b(?:src|srcset)="(?!data:)|url\(/)
  }
})
