import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import type { TextRange } from '../../src/shared/text/text-range.ts'
import type { Core } from '../../src/main/core.ts'
import { seededRandom } from '../anchoring/random.ts'
import { expectOk, openBenchCore } from '../bench-core.ts'
import { benchRow, type BenchOptions, type BenchRow, type BenchTable } from '../bench-table.ts'
import type { ImportInput, ImportMeasure } from '../import/import-process.ts'
import { inProcess } from '../in-process.ts'
import { withScratch } from '../scratch.ts'
import { judgePlaces, type Fate, type Judged } from './judge-places.ts'
import { randomPassages } from './random-passages.ts'
import { writeRealPages } from './real-pages.ts'
import type { RebuildInput, RebuildMeasure } from './rebuild-process.ts'

const PAGES = 2_000
/** Highlights on each article. */
const EACH = 5
const FATES = ['right', 'part', 'elsewhere', 'gone', 'missed', 'wrong'] as const

/** An article before the rebuild: its text, and where each highlight was made. */
interface Before {
  readonly uid: ArticleUid
  readonly text: string
  readonly made: ReadonlyMap<string, TextRange>
}

/**
 * The extractor changed on purpose, then `rebuild --derived` over an archive of real pages with highlights on them:
 * where they lie now, by strategy, against a truth of its own; time, memory, and what others feel. The rebuild is
 * stopped half-way once and started again. `--size` = pages; `--misses FILE` lists what is wrong or missed, and a
 * sample of the rest.
 */
export async function run({ size, misses }: BenchOptions): Promise<BenchTable> {
  return withScratch(async (folder) => {
    const [archive, pages] = [join(folder, 'pages.offprint'), join(folder, 'pages')]
    const written = writeRealPages(pages, size ?? PAGES)
    const imported = await inProcess<ImportInput, ImportMeasure>(
      new URL('../import/import-process.ts', import.meta.url),
      { archive, paths: [pages] },
    )
    const before = await highlightAll(archive)
    const rebuild = (stopAfter: number | null): Promise<RebuildMeasure> =>
      inProcess<RebuildInput, RebuildMeasure>(new URL('./rebuild-process.ts', import.meta.url), { archive, stopAfter })
    const half = await rebuild(Math.floor(before.length / 2))
    const rest = await rebuild(null)
    const judged = await judgeAll(archive, before)
    if (misses !== undefined) writeFileSync(misses, listJudged(judged))
    const highlights = before.reduce((sum, { made }) => sum + made.size, 0)
    return {
      title: `Rebuild by a changed extractor: ${String(before.length)} articles (${String(written.pages)} web pages, ${String(written.stories)} news texts), ${String(highlights)} highlights`,
      rows: [
        ...FATES.map((fate) => shareRow(fate, judged)),
        ...timeRows('stopped half-way', half),
        ...timeRows('started again, to the end', rest),
        benchRow('import of the same pages', { ours: imported.seconds, unit: 's' }),
      ],
      notes: [
        'right: on the same letters of a paragraph that stayed. part: some of its paragraphs went, it lies on the others.',
        'elsewhere: its paragraph went from its place, it lies on the very same words. gone: went, and is an orphan.',
        'missed: stayed, and is an orphan. wrong: stayed, and lies elsewhere; or went, and lies on other words.',
        '',
        ...strategyLines(judged),
        `versions renewed: ${String(half.report.renewed)} before it was stopped, ${String(rest.report.renewed)} after; failed: ${String(half.report.failed.length + rest.report.failed.length)}`,
      ],
    }
  })
}

async function highlightAll(archive: string): Promise<readonly Before[]> {
  const core = openBenchCore(archive)
  const random = seededRandom(20_261_125)
  const all: Before[] = []
  for (const uid of await listArticles(core)) {
    const { text, versions } = expectOk(await core.client.request('article.get', { uid, version: null }))
    const [version] = versions
    const rendition = version?.renditions.find(({ current }) => current)
    if (version === undefined || rendition === undefined) continue
    const made = new Map<string, TextRange>()
    for (const { start, end } of randomPassages(text, EACH, random)) {
      const place = { version: version.number, rendition: rendition.number, start, end }
      const quote = text.slice(start, end)
      const wanted = {
        article: uid,
        quote,
        prefix: '',
        suffix: '',
        color: 'yellow',
        note: null,
        tags: [],
        place,
      } as const
      made.set(expectOk(await core.client.request('annotation.highlight', wanted)).uid, { start, end })
    }
    all.push({ uid, text, made })
  }
  await core.close()
  return all
}

async function listArticles(core: Core): Promise<readonly ArticleUid[]> {
  const uids: ArticleUid[] = []
  for (;;) {
    const page = expectOk(
      await core.client.request('article.list', {
        query: '',
        sort: 'added',
        direction: 'up',
        limit: 500,
        offset: uids.length,
      }),
    )
    uids.push(...page.rows.map(({ uid }) => uid))
    if (page.rows.length === 0) return uids
  }
}

async function judgeAll(archive: string, before: readonly Before[]): Promise<readonly Judged[]> {
  const core = openBenchCore(archive)
  const judged: Judged[] = []
  for (const { uid, text, made } of before) {
    const article = expectOk(await core.client.request('article.get', { uid, version: null }))
    const highlights = article.annotations.flatMap((annotation) => {
      const range = made.get(annotation.uid)
      return range === undefined ? [] : [{ made: range, annotation }]
    })
    judged.push(...judgePlaces(text, article.text, highlights))
  }
  await core.close()
  return judged
}

function shareRow(fate: Fate, judged: readonly Judged[]): BenchRow {
  return benchRow(fate, { ours: judged.filter((one) => one.fate === fate).length, unit: 'highlights' })
}

function timeRows(what: string, { seconds, memory, longestBlock, report }: RebuildMeasure): readonly BenchRow[] {
  return [
    benchRow(`${what}: versions looked at`, { ours: report.versions, unit: 'versions' }),
    benchRow(`${what}: time`, { ours: seconds, unit: 's' }),
    benchRow(`${what}: longest time without an answer`, { ours: longestBlock, unit: 'ms' }),
    benchRow(`${what}: memory, most`, { ours: memory.peak, unit: 'MB' }),
    benchRow(`${what}: memory, slope of the second half`, { ours: memory.slope, unit: 'MB/min' }),
  ]
}

function strategyLines(judged: readonly Judged[]): readonly string[] {
  const strategies = [...new Set(judged.map(({ strategy }) => strategy))].toSorted()
  return strategies.map((strategy) => {
    const counts = FATES.map((fate) => {
      const count = judged.filter((one) => one.strategy === strategy && one.fate === fate).length
      return count === 0 ? '' : `${fate} ${String(count)}`
    })
    return `${strategy}: ${counts.filter((count) => count !== '').join(', ')}`
  })
}

/** Every miss, and of the other fates every n-th. */
function listJudged(judged: readonly Judged[]): string {
  const shown = FATES.flatMap((fate) => {
    const all = judged.filter((one) => one.fate === fate)
    const every = fate === 'wrong' || fate === 'missed' ? 1 : Math.ceil(all.length / 40)
    return all.filter((_, number) => number % every === 0)
  })
  return shown
    .map(({ fate, strategy, around, found }) =>
      [`${fate} (${strategy})`, `  made on  ${JSON.stringify(around)}`, `  lies on  ${JSON.stringify(found)}`, ''].join(
        '\n',
      ),
    )
    .join('\n')
}
