import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareText } from '../../src/shared/text/prepare-text.ts'
import type { AnchoringCase } from './cases.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/data/annotation/revisions')

interface Revision {
  readonly pair: number
  readonly old: string
  readonly new: string
}

interface RevisedQuote {
  readonly pair: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly end: number
  readonly expected: readonly [number, number] | null
  readonly cls: string
}

/** Quotes on real documents before and after, with the place that a comparison by words gives them. */
export function readRevisions(): readonly AnchoringCase[] {
  const texts = new Map(
    (readLines('pairs.jsonl') as Revision[]).map((revision) => [
      revision.pair,
      { old: prepareText(revision.old), renewed: prepareText(revision.new) },
    ]),
  )
  return (readLines('cases.jsonl') as RevisedQuote[]).map((quote) => {
    const revision = texts.get(quote.pair)
    if (revision === undefined) throw new Error(`no revision ${String(quote.pair)}`)
    const { exact, prefix, suffix, start, end, expected } = quote
    return {
      ...revision,
      quote: { exact, prefix, suffix },
      start,
      end,
      kind: quote.cls,
      expected: expected === null ? null : { start: expected[0], end: expected[1] },
      source: `revision ${String(quote.pair)}`,
    }
  })
}

function readLines(name: string): readonly unknown[] {
  const lines = readFileSync(join(FOLDER, name), 'utf8').trimEnd().split('\n')
  return lines.map((line): unknown => JSON.parse(line))
}
