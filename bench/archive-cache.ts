import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CorpusOptions } from './corpus/corpus-options.ts'

/** Archives of at most so many articles stay for the next run; larger ones are removed once they were searched. */
const KEPT = 10_000
const SOURCES = join(import.meta.dirname, '../src')

/** Imported corpora, kept between benches; any change of the program or of the corpus makes them anew. */
export interface ArchiveCache {
  /** Where a corpus' archive lies, or would lie. */
  readonly pathOf: (corpus: CorpusOptions) => string
  readonly has: (corpus: CorpusOptions) => boolean
  /** Moves a closed archive in, and removes the older ones of the same size. */
  readonly keep: (archive: string, corpus: CorpusOptions) => void
  /** Removes the archive of a corpus if it is a large one. */
  readonly dropLarge: (corpus: CorpusOptions) => void
}

/** Opens the cache in a folder that is made when missing. */
export function createArchiveCache(folder = join(tmpdir(), 'offprint-bench-cache')): ArchiveCache {
  mkdirSync(folder, { recursive: true })
  const sources = hashOf(SOURCES)
  const nameOf = (corpus: CorpusOptions): string =>
    [corpus.seed, corpus.language, corpus.words, corpus.articles].join('-')
  const pathOf = (corpus: CorpusOptions): string => join(folder, `${nameOf(corpus)}.${sources}.offprint`)
  const remove = (corpus: CorpusOptions): void => {
    for (const file of globSync(`${nameOf(corpus)}.*`, { cwd: folder })) rmSync(join(folder, file))
  }
  return {
    pathOf,
    has: (corpus) => existsSync(pathOf(corpus)),
    keep: (archive, corpus) => {
      remove(corpus)
      renameSync(archive, pathOf(corpus))
    },
    dropLarge: (corpus) => {
      if (corpus.articles > KEPT) remove(corpus)
    },
  }
}

/** Twelve hexadecimal digits that change with any source file. */
function hashOf(folder: string): string {
  const hash = createHash('sha256')
  for (const file of globSync('{main,shared}/**/*.ts', { cwd: folder }).toSorted()) {
    hash.update(file).update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 12)
}
