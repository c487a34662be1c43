import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { createArchiveCache, type ArchiveCache } from '../archive-cache.ts'
import { benchRow, type BenchOptions, type BenchRow, type BenchTable } from '../bench-table.ts'
import { corpusArchive } from '../corpus-archive.ts'
import { STANDARD_CORPUS, type CorpusOptions } from '../corpus/corpus-options.ts'
import { quantile } from '../quantile.ts'
import { withScratch } from '../scratch.ts'
import { addMarkedArticle } from './marked-article.ts'
import { measureWindow, WINDOW_STEPS, type WindowTimes } from './measure-window.ts'

/** The article that is opened. */
const MARKED = { words: 10_000, highlights: 500 }
/** Times the window is opened anew; the median counts. */
const ROUNDS = 5
/** The smallest archive whose growth is looked at. */
const SMALLEST = 1_000

type Medians = ReadonlyMap<keyof WindowTimes, number | null>

/** Opens the built window in the Chromium of this computer, on archives from a thousand articles to the size asked for. */
export async function run({ size }: BenchOptions): Promise<BenchTable> {
  const cache = createArchiveCache()
  const corpus = { ...STANDARD_CORPUS, articles: size ?? STANDARD_CORPUS.articles }
  const largest = await measureAt(cache, corpus)
  const rows: BenchRow[] = WINDOW_STEPS.map(([step, what]) => benchRow(what, { ours: at(largest, step), unit: 'ms' }))
  let large = largest
  for (let articles = corpus.articles / 10; articles >= SMALLEST; articles /= 10) {
    const small = await measureAt(cache, { ...corpus, articles: Math.round(articles) })
    rows.push(...growthRows(`growth, ${String(Math.round(articles))} × 10`, large, small))
    large = small
  }
  cache.dropLarge(corpus)
  return {
    title: `Reader: the window on ${String(corpus.articles)} articles, and one of ${String(MARKED.words)} words with ${String(MARKED.highlights)} highlights`,
    rows,
    notes: [
      `Medians of ${String(ROUNDS)} openings; host and Chromium are started anew for each, pages of the disk are warm.`,
      'Growth: the larger archive, peer = the one of a tenth its size.',
    ],
  }
}

function measureAt(cache: ArchiveCache, corpus: CorpusOptions): Promise<Medians> {
  return withScratch(async (home) => {
    const archive = join(home, 'bench.offprint')
    copyFileSync(await corpusArchive(cache, corpus), archive)
    const article = await addMarkedArticle(archive, MARKED)
    const times: WindowTimes[] = []
    for (let round = 0; round < ROUNDS; round++) times.push(await measureWindow({ home, archive, article }))
    return new Map(
      WINDOW_STEPS.map(([step]) => [
        step,
        quantile(
          times.map((one) => one[step]),
          0.5,
        ),
      ]),
    )
  })
}

function growthRows(name: string, large: Medians, small: Medians): readonly BenchRow[] {
  return WINDOW_STEPS.map(([step, what]) =>
    benchRow(`${name}: ${what}`, { ours: at(large, step), peer: at(small, step), unit: 'ms' }),
  )
}

function at(medians: Medians, step: keyof WindowTimes): number | null {
  return medians.get(step) ?? null
}
