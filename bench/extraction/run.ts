import { join } from 'node:path'
import { type Extractor, ours, oursWhole, readability, readPage } from './extractors.ts'
import { addToScore, type Answer, emptyScore, type Score, segmentMeasures, type Share } from './score.ts'
import { type AnnotatedPage, metadataPages, segmentPages } from './segments.ts'

/** Which pages to measure, and where to print. */
export interface ExtractionBenchOptions {
  /** Folder with `segments/` and `metadata/`. */
  readonly folder?: string
  /** Only every n-th page, for a quick look. */
  readonly every?: number
  readonly print?: (line: string) => void
}

/** Measures extraction beside plain Readability on the same pages in the same run, and prints one table. */
export function run(options: ExtractionBenchOptions = {}): void {
  const folder = options.folder ?? join(import.meta.dirname, '../../../shared/data/extraction')
  const print = options.print ?? console.log
  const sets = { segments: segmentPages(folder), metadata: metadataPages(folder) }
  for (const [name, pages] of Object.entries(sets)) {
    const chosen = pages.filter((_page, index) => index % (options.every ?? 1) === 0)
    print(`\nExtraction, ${name}: ${String(chosen.length)} pages`)
    for (const line of table(measure(chosen))) print(line)
  }
}

interface Measured {
  readonly ours: Score
  readonly whole: Score
  readonly peer: Score
}

function measure(pages: readonly AnnotatedPage[]): Measured {
  const scores: Measured = { ours: emptyScore(), whole: emptyScore(), peer: emptyScore() }
  for (const [index, page] of pages.entries()) {
    const html = readPage(page.bytes)
    // Each extractor goes first on every other page, so that neither always finds the processor's caches warm.
    const contenders = [[scores.ours, ours] as const, [scores.peer, readability] as const]
    for (const [score, extractor] of index % 2 === 0 ? contenders : contenders.reverse()) {
      addToScore(score, page, timed(score, extractor, html, page.url))
    }
    addToScore(scores.whole, page, oursWhole(html, page.url))
  }
  return scores
}

function timed(score: Score, extractor: Extractor, html: string, url: string | null): Answer {
  const start = performance.now()
  const answer = safely(extractor, html, url)
  score.milliseconds.push(performance.now() - start)
  return answer
}

function safely(extractor: Extractor, html: string, url: string | null): Answer {
  try {
    return extractor(html, url)
  } catch {
    return { text: '', title: null, author: null, date: null }
  }
}

function table({ ours: own, whole, peer }: Measured): readonly string[] {
  const a = segmentMeasures(own)
  const b = segmentMeasures(peer)
  const w = segmentMeasures(whole)
  const row = (name: string, mine: number, theirs: number, digits = 3): string =>
    `${name.padEnd(34)}${mine.toFixed(digits).padStart(10)}${theirs.toFixed(digits).padStart(14)}${(mine / theirs).toFixed(2).padStart(8)}`
  const hasSegments = own.tp + own.fn > 0
  return [
    `${''.padEnd(34)}${'Offprint'.padStart(10)}${'Readability'.padStart(14)}${'ratio'.padStart(8)}`,
    ...(hasSegments
      ? [
          row('segments precision', a.precision, b.precision),
          row('segments recall', a.recall, b.recall),
          row('segments F1', a.f1, b.f1),
          row('segments F1, with header and asides', w.f1, b.f1),
        ]
      : []),
    row('title right', share(own.title), share(peer.title)),
    row('author right', share(own.author), share(peer.author)),
    row('date right', share(own.date), share(peer.date)),
    row('ms a page, mean', mean(own.milliseconds), mean(peer.milliseconds), 1),
    row('ms a page, median', median(own.milliseconds), median(peer.milliseconds), 1),
  ]
}

function share({ right, of }: Share): number {
  return of === 0 ? Number.NaN : right / of
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
