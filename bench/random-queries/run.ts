import { createArchiveCache } from '../archive-cache.ts'
import { benchRow, type BenchOptions, type BenchTable } from '../bench-table.ts'
import { corpusArchive } from '../corpus-archive.ts'
import { STANDARD_CORPUS } from '../corpus/corpus-options.ts'
import { generateQueries } from '../corpus/query-log.ts'
import { inProcess } from '../in-process.ts'
import { quantile } from '../quantile.ts'
import type { RandomInput, RandomMeasure } from './random-process.ts'

/** Queries when no size is said. */
const QUERIES = 100_000
/** What no query may take, in milliseconds. */
const LIMIT = 500

/** Asks random and hostile queries of 10 000 articles; `--size` is the number of queries. An error ends it. */
export async function run({ size }: BenchOptions): Promise<BenchTable> {
  const archive = await corpusArchive(createArchiveCache(), STANDARD_CORPUS)
  const words = generateQueries(STANDARD_CORPUS, 200).flatMap((query) => query.words)
  const queries = size ?? QUERIES
  const module = new URL('./random-process.ts', import.meta.url)
  const { times, slowest, hostile } = await inProcess<RandomInput, RandomMeasure>(module, { archive, words, queries })
  const row = (what: string, ours: number | null, unit = 'ms') => benchRow(what, { ours, unit })
  return {
    title: `Random queries: ${String(queries)} on ${String(STANDARD_CORPUS.articles)} articles, processor time`,
    rows: [
      row('median', quantile(times, 0.5)),
      row('p95', quantile(times, 0.95)),
      row('slowest', quantile(times, 1)),
      row(`over ${String(LIMIT)} ms`, times.filter((time) => time > LIMIT).length, 'queries'),
      ...Object.entries(hostile).map(([what, time]) => row(what, time)),
    ],
    notes: slowest.map(({ query, time }) => `${time.toFixed(0)} ms: ${JSON.stringify(query).slice(0, 160)}`),
  }
}
