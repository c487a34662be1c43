import { join } from 'node:path'
import type { ArchiveCache } from './archive-cache.ts'
import type { CorpusOptions } from './corpus/corpus-options.ts'
import { generateCorpus } from './corpus/generate-corpus.ts'
import { writeJsonLines } from './corpus/write-corpus.ts'
import type { ImportInput, ImportMeasure } from './import/import-process.ts'
import { inProcess } from './in-process.ts'
import { withScratch } from './scratch.ts'

/** The archive of a corpus: the cached one, else made by a real import (about 700 articles a second) and kept. */
export async function corpusArchive(cache: ArchiveCache, corpus: CorpusOptions): Promise<string> {
  if (!cache.has(corpus)) await buildArchive(cache, corpus)
  return cache.pathOf(corpus)
}

function buildArchive(cache: ArchiveCache, corpus: CorpusOptions): Promise<void> {
  return withScratch(async (folder) => {
    const [file, archive] = [join(folder, 'corpus.jsonl'), join(folder, 'archive.offprint')]
    await writeJsonLines(file, generateCorpus(corpus))
    const module = new URL('./import/import-process.ts', import.meta.url)
    await inProcess<ImportInput, ImportMeasure>(module, { archive, paths: [file] })
    cache.keep(archive, corpus)
  })
}
