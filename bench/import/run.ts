import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createArchiveCache } from '../archive-cache.ts'
import { benchRow, type BenchOptions, type BenchRow, type BenchTable } from '../bench-table.ts'
import { STANDARD_CORPUS, type CorpusOptions } from '../corpus/corpus-options.ts'
import { generateCorpus } from '../corpus/generate-corpus.ts'
import { writeJsonLines, writeTextFiles } from '../corpus/write-corpus.ts'
import { inProcess } from '../in-process.ts'
import type { PeerMeasure } from '../peers/measure-peer.ts'
import type { PeerInput } from '../peers/peer-process.ts'
import { withScratch } from '../scratch.ts'
import type { ImportInput, ImportMeasure } from './import-process.ts'
import { importRows, sizeRows } from './import-rows.ts'
import { PAGES, unpackPages } from './page-files.ts'
import type { PagesMeasure } from './pages-process.ts'

/** The most that lunr and MiniSearch hold without trouble. */
const PEER_ARTICLES = 4_000
/** Real pages measured, evenly spread over all there are. */
const PAGE_COUNT = 120
/** Text files are read one by one from a folder; a tenth of the articles, at most so many, tell the rate. */
const MOST_TEXT_FILES = 5_000

/** Imports a made-up corpus and real pages through the real core, beside what others take for the same work. */
export async function run({ size }: BenchOptions): Promise<BenchTable> {
  const corpus = { ...STANDARD_CORPUS, articles: size ?? STANDARD_CORPUS.articles }
  return withScratch(async (folder) => {
    const lines = await importJsonLines(folder, corpus)
    const files = await importTextFiles(folder, corpus)
    return {
      title: `Import: ${String(corpus.articles)} articles of ${String(corpus.words)} words`,
      rows: [
        ...importRows(lines, files),
        ...sizeRows(lines.bytes),
        ...(await indexRows(corpus)),
        ...(await pageRows(folder)),
      ],
      notes: [
        'Every line is measured in a process of its own. Rates: × more a second than the peer; times: × as long.',
        'Text files: as many as a tenth of the articles. Memory: core and one pool thread; slope over the second half.',
        'Index build: analysis and postings in one thread, without reading, storing or near duplicates.',
        `The archive stays in the temporary folder for \`npm run bench -- search --size ${String(corpus.articles)}\`.`,
      ],
    }
  })
}

async function importJsonLines(folder: string, corpus: CorpusOptions): Promise<ImportMeasure> {
  const [file, archive] = [join(folder, 'corpus.jsonl'), join(folder, 'lines.offprint')]
  await writeJsonLines(file, generateCorpus(corpus))
  const measured = await measureImport({ archive, paths: [file] }, corpus.articles)
  createArchiveCache().keep(archive, corpus)
  return measured
}

async function importTextFiles(folder: string, corpus: CorpusOptions): Promise<ImportMeasure> {
  const articles = Math.ceil(Math.min(MOST_TEXT_FILES, corpus.articles / 10))
  const texts = join(folder, 'texts')
  await writeTextFiles(texts, generateCorpus({ ...corpus, articles }))
  return measureImport({ archive: join(folder, 'texts.offprint'), paths: [texts] }, articles)
}

async function measureImport(input: ImportInput, expected: number): Promise<ImportMeasure> {
  const measured = await inProcess<ImportInput, ImportMeasure>(new URL('./import-process.ts', import.meta.url), input)
  if (measured.added !== expected) throw new Error(`${String(measured.added)} of ${String(expected)} were added`)
  return measured
}

async function indexRows(corpus: CorpusOptions): Promise<readonly BenchRow[]> {
  const small = { ...corpus, articles: Math.min(corpus.articles, PEER_ARTICLES) }
  const ours = rateOf(await measureBuild('offprint', small), small)
  const lunr = rateOf(await measureBuild('lunr', small), small)
  const miniSearch = rateOf(await measureBuild('minisearch', small), small)
  const [full, fts5] = [await measureBuild('offprint', corpus), await measureBuild('fts5', corpus)]
  const unit = 'articles/s'
  const [few, all] = [String(small.articles), String(corpus.articles)]
  return [
    benchRow(`index build beside lunr, ${few}`, { ours, peer: lunr, unit }),
    benchRow(`index build beside MiniSearch, ${few}`, { ours, peer: miniSearch, unit }),
    benchRow(`index build beside raw FTS5, ${all}`, { ours: rateOf(full, corpus), peer: rateOf(fts5, corpus), unit }),
  ]
}

function measureBuild(peer: PeerInput['peer'], corpus: CorpusOptions): Promise<PeerMeasure> {
  const module = new URL('../peers/peer-process.ts', import.meta.url)
  return inProcess<PeerInput, PeerMeasure>(module, { peer, corpus, queries: [] }, 'peer')
}

function rateOf({ buildSeconds }: PeerMeasure, { articles }: CorpusOptions): number {
  return articles / buildSeconds
}

async function pageRows(folder: string): Promise<readonly BenchRow[]> {
  if (!existsSync(PAGES)) return []
  const files = unpackPages(join(folder, 'pages'), PAGE_COUNT)
  const module = new URL('./pages-process.ts', import.meta.url)
  // As a thread of the pool is: its young generation is Node's own.
  const alone = await inProcess<{ readonly files: readonly string[] }, PagesMeasure>(module, { files }, 'host')
  const archive = join(folder, 'pages.offprint')
  const input = { archive, paths: [join(folder, 'pages')] }
  const stored = await inProcess<ImportInput, ImportMeasure>(new URL('./import-process.ts', import.meta.url), input)
  const count = files.length
  return [
    benchRow('HTML page prepared, beside Readability on linkedom', {
      ours: alone.whole / count,
      peer: alone.readability / count,
      unit: 'ms',
    }),
    benchRow('HTML pages imported end to end', {
      ours: stored.added / stored.seconds,
      peer: (1000 * count) / alone.readability,
      unit: 'pages/s',
    }),
  ]
}
