import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createArchiveCache } from '../../../bench/archive-cache.ts'
import { corpusArchive } from '../../../bench/corpus-archive.ts'
import { STANDARD_CORPUS } from '../../../bench/corpus/corpus-options.ts'

/** How many generated articles the tests of long lists use; 100 000 on demand, for making them takes minutes. */
export const LARGE = process.env['OFFPRINT_LARGE'] === undefined ? 10_000 : 100_000

/** An archive of 100 000 that is there already may be named instead of made. */
const READY = process.env['OFFPRINT_LARGE_ARCHIVE']
/** Short articles: lists show no more of them, and they are made in a quarter of the time. */
const WORDS = 120
const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/offprint-e2e')

/** Puts an archive of so many generated articles in a place; it is kept, and made anew when a source file has changed. */
export async function placeLargeArchive(file: string): Promise<void> {
  const archive =
    READY ?? (await corpusArchive(createArchiveCache(CACHE), { ...STANDARD_CORPUS, words: WORDS, articles: LARGE }))
  mkdirSync(dirname(file), { recursive: true })
  copyFileSync(archive, file)
}
