import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { eld } from 'eld/extrasmall'
import { readNgrams } from './read-ngrams.ts'

/** The part of eld that is used. */
type Detector = Pick<typeof eld, 'detect'>

/** What eld's own entries are made with. */
interface Maker {
  readonly createEld: () => { readonly instance: Detector; readonly loadData: (data: object) => string }
}

const load = createRequire(import.meta.url)

/**
 * eld in its smallest edition, as its own entry makes it, but with a table that is looked up where it lies packed (`readNgrams`).
 * The package has no door for that: its two files are found beside the entry that it does offer.
 */
export function loadEld(): Detector {
  const sources = join(dirname(fileURLToPath(import.meta.resolve('eld/extrasmall'))), '..')
  const { createEld } = load(join(sources, 'languageDetector.js')) as Maker
  const { instance, loadData } = createEld()
  const { type, languages, scoresOf } = readNgrams(readFileSync(join(sources, 'ngrams/extrasmall.js'), 'utf8'))
  const ngrams = new Proxy({}, { get: (_, ngram) => (typeof ngram === 'string' ? scoresOf(ngram) : undefined) })
  loadData({ type, languages, isSubset: false, ngrams })
  return instance
}
