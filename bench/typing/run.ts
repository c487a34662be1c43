import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { createArchiveCache } from '../archive-cache.ts'
import { benchRow, type BenchOptions, type BenchRow, type BenchTable } from '../bench-table.ts'
import { corpusArchive } from '../corpus-archive.ts'
import { STANDARD_CORPUS } from '../corpus/corpus-options.ts'
import { generateCorpus } from '../corpus/generate-corpus.ts'
import { generateQueries } from '../corpus/query-log.ts'
import { writeJsonLines } from '../corpus/write-corpus.ts'
import { inProcess } from '../in-process.ts'
import { expectBuilt } from '../open-built-threads.ts'
import { quantile } from '../quantile.ts'
import { withScratch } from '../scratch.ts'
import type { TypingInput, TypingMeasure } from './typing-process.ts'

/** Articles imported while keys are pressed. */
const IMPORTED = 5_000
const TYPED = 40

/** Types queries into an archive at rest and while an import runs, through the threads of the built program (`npm run build` first). */
export function run({ size }: BenchOptions): Promise<BenchTable> {
  expectBuilt()
  const corpus = { ...STANDARD_CORPUS, articles: size ?? STANDARD_CORPUS.articles }
  return withScratch(async (folder) => {
    const [archive, more] = [join(folder, 'archive.offprint'), join(folder, 'more.jsonl')]
    copyFileSync(await corpusArchive(createArchiveCache(), corpus), archive)
    await writeJsonLines(more, generateCorpus({ ...corpus, seed: 'more', articles: IMPORTED }))
    const words = generateQueries(corpus, 400).filter(({ kind }) => kind === 'words')
    const queries = words.slice(0, TYPED).map(({ query }) => query)
    const module = new URL('./typing-process.ts', import.meta.url)
    const { rest, importing } = await inProcess<TypingInput, TypingMeasure>(module, { archive, more, queries }, 'host')
    return {
      title: `As you type: a key in ${String(corpus.articles)} articles, and while ${String(IMPORTED)} more come in`,
      rows: [...rowsOf('at rest', rest), ...rowsOf('while an import runs', importing)],
      notes: [`${String(importing.length)} keys while the import ran; wall-clock time, from asking to the answer.`],
    }
  })
}

function rowsOf(what: string, times: readonly number[]): readonly BenchRow[] {
  const marks = { median: 0.5, p95: 0.95, worst: 1 }
  return Object.entries(marks).map(([mark, share]) =>
    benchRow(`${what}: ${mark}`, { ours: quantile(times, share), unit: 'ms' }),
  )
}
