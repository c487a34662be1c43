import { join } from 'node:path'
import { defuddle, type Extractor, ours, oursWhole, readability, readPage } from './extractors.ts'
import { addToScore, type Answer, emptyScore, type Score, segmentMeasures, type Share } from './score.ts'
import { type AnnotatedPage, metadataPages, segmentPages } from './segments.ts'
import { type PageWithText, pagesWithText } from './truth-folder.ts'
import { compareText, textMeasures, type TextShares } from './whole-text.ts'

/** Which pages to measure, and where to print. */
export interface ExtractionBenchOptions {
  /** Folder with `segments/` and `metadata/`. */
  readonly folder?: string
  /** Only every n-th page, for a quick look. */
  readonly every?: number
  readonly print?: (line: string) => void
  /** A folder of pages with the whole text of each (`truth-folder.ts`), to be measured instead. */
  readonly pages?: string | undefined
}

/** Measures extraction beside Readability and Defuddle on the same pages in the same run, and prints one table. */
export async function run(options: ExtractionBenchOptions = {}): Promise<undefined> {
  const folder = options.folder ?? join(import.meta.dirname, '../../../shared/data/extraction')
  const print = options.print ?? console.log
  if (options.pages !== undefined) {
    for (const line of await wholeTexts(pagesWithText(options.pages))) print(line)
    return undefined
  }
  const sets = { segments: segmentPages(folder), metadata: metadataPages(folder) }
  for (const [name, pages] of Object.entries(sets)) {
    const chosen = pages.filter((_page, index) => index % (options.every ?? 1) === 0)
    print(`\nExtraction, ${name}: ${String(chosen.length)} pages`)
    for (const line of table(await measure(chosen))) print(line)
  }
  return undefined
}

/** Precision, recall and F1 of the whole text, page by page. */
async function wholeTexts(pages: readonly PageWithText[]): Promise<readonly string[]> {
  const lines = [`Extraction, whole texts: ${String(pages.length)} pages`, '                precision  recall      F1']
  for (const [name, extractor] of Object.entries({ Offprint: ours, Readability: readability, Defuddle: defuddle })) {
    const shares: TextShares[] = []
    for (const { url, bytes, text } of pages) {
      shares.push(compareText(text, (await safely(extractor, readPage(bytes), url)).text))
    }
    const { precision, recall, f1 } = textMeasures(shares)
    const figures = [precision, recall, f1].map((value) => value.toFixed(3).padStart(8))
    lines.push(`${name.padEnd(16)} ${figures.join('')}`)
  }
  return lines
}

interface Measured {
  readonly ours: Score
  readonly whole: Score
  readonly readability: Score
  readonly defuddle: Score
}

async function measure(pages: readonly AnnotatedPage[]): Promise<Measured> {
  const scores = { ours: emptyScore(), whole: emptyScore(), readability: emptyScore(), defuddle: emptyScore() }
  const contenders = [
    [scores.ours, ours] as const,
    [scores.readability, readability] as const,
    [scores.defuddle, defuddle] as const,
  ]
  for (const page of pages) {
    const html = readPage(page.bytes)
    for (const [score, extractor] of contenders) {
      addToScore(score, page, await timed(score, extractor, html, page.url))
    }
    addToScore(scores.whole, page, oursWhole(html, page.url))
    // Each extractor goes first on every third page, so that none always finds the processor's caches warm.
    contenders.push(...contenders.splice(0, 1))
  }
  return scores
}

async function timed(score: Score, extractor: Extractor, html: string, url: string | null): Promise<Answer> {
  const start = performance.now()
  const answer = await safely(extractor, html, url)
  score.milliseconds.push(performance.now() - start)
  return answer
}

async function safely(extractor: Extractor, html: string, url: string | null): Promise<Answer> {
  try {
    return await extractor(html, url)
  } catch {
    return { text: '', title: null, author: null, date: null }
  }
}

function table(scores: Measured): readonly string[] {
  const columns = [scores.ours, scores.readability, scores.defuddle]
  const row = (name: string, values: readonly number[], digits = 3): string =>
    [
      name.padEnd(34),
      ...values.map((value) => value.toFixed(digits).padStart(12)),
      ((values[0] ?? Number.NaN) / (values[1] ?? Number.NaN)).toFixed(2).padStart(16),
    ].join('')
  const measures = columns.map(segmentMeasures)
  const whole = segmentMeasures(scores.whole)
  const hasSegments = scores.ours.tp + scores.ours.fn > 0
  const segments = [
    row(
      'segments precision',
      measures.map(({ precision }) => precision),
    ),
    row(
      'segments recall',
      measures.map(({ recall }) => recall),
    ),
    row(
      'segments F1',
      measures.map(({ f1 }) => f1),
    ),
    row('segments F1, with header and asides', [whole.f1, ...measures.slice(1).map(({ f1 }) => f1)]),
  ]
  return [
    `${''.padEnd(34)}${['Offprint', 'Readability', 'Defuddle'].map((name) => name.padStart(12)).join('')}  to Readability`,
    ...(hasSegments ? segments : []),
    row(
      'title right',
      columns.map(({ title }) => share(title)),
    ),
    row(
      'author right',
      columns.map(({ author }) => share(author)),
    ),
    row(
      'date right',
      columns.map(({ date }) => share(date)),
    ),
    row(
      'ms a page, mean',
      columns.map(({ milliseconds }) => mean(milliseconds)),
      1,
    ),
    row(
      'ms a page, median',
      columns.map(({ milliseconds }) => median(milliseconds)),
      1,
    ),
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
