import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { anchorQuote } from '../../src/shared/text/anchor-quote.ts'
import { exactPlaces } from '../../src/shared/text/find-places.ts'
import type { TextRange } from '../../src/shared/text/text-range.ts'
import { benchRow, type BenchRow, type BenchTable } from '../bench-table.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/data/annotation/revisions')
const KINDS = ['unchanged', 'moved', 'edited', 'deleted'] as const

interface Revision {
  readonly pair: number
  readonly old: string
  readonly new: string
}

interface Case extends TextRange {
  readonly pair: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly expected: readonly [number, number] | null
  readonly cls: (typeof KINDS)[number]
}

interface Outcome {
  readonly kind: Case['cls']
  readonly expected: TextRange | null
  readonly ours: TextRange | null
  readonly peer: TextRange | null
}

/**
 * Anchoring on real revisions of documents, beside plain exact search for the quote. A place is right when it shares
 * at least half of what either range covers with the expected one; an expected orphan is right when it is one.
 */
export function run(): Promise<BenchTable> {
  const texts = new Map((readLines('pairs.jsonl') as Revision[]).map((pair) => [pair.pair, pair]))
  const began = performance.now()
  const outcomes = (readLines('cases.jsonl') as Case[]).map((quote) => judge(quote, texts.get(quote.pair)))
  const seconds = (performance.now() - began) / 1000
  const placed = outcomes.filter(({ ours }) => ours !== null)
  return Promise.resolve({
    title: `Anchoring: ${String(outcomes.length)} quotes on real revisions; ours beside the first exact match`,
    rows: [
      row('overall: right', outcomes),
      row('placed: right', placed, outcomes),
      ...KINDS.map((kind) =>
        row(
          `${kind}: right`,
          outcomes.filter((outcome) => outcome.kind === kind),
        ),
      ),
      benchRow('placed at all', { ours: placed.length / outcomes.length, unit: 'share' }),
    ],
    notes: [`${seconds.toFixed(2)} s for both`],
  })
}

function judge(quote: Case, revision: Revision | undefined): Outcome {
  if (revision === undefined) throw new Error(`no revision ${String(quote.pair)}`)
  const hint = { start: quote.start, end: quote.end, textLength: revision.old.length }
  return {
    kind: quote.cls,
    expected: quote.expected === null ? null : { start: quote.expected[0], end: quote.expected[1] },
    ours: anchorQuote({ text: revision.new, quote, hint }),
    peer: exactPlaces(revision.new, quote.exact)[0] ?? null,
  }
}

function row(what: string, ours: readonly Outcome[], peer: readonly Outcome[] = ours): BenchRow {
  const peers = what.startsWith('placed') ? peer.filter((outcome) => outcome.peer !== null) : peer
  return benchRow(what, {
    ours: share(ours, (outcome) => isRight(outcome.ours, outcome.expected)),
    peer: share(peers, (outcome) => isRight(outcome.peer, outcome.expected)),
    unit: 'share',
  })
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return outcomes.filter(holds).length / outcomes.length
}

function isRight(found: TextRange | null, expected: TextRange | null): boolean {
  if (found === null || expected === null) return found === expected
  const shared = Math.min(found.end, expected.end) - Math.max(found.start, expected.start)
  const covered = Math.max(found.end, expected.end) - Math.min(found.start, expected.start)
  return shared >= covered / 2
}

function readLines(name: string): readonly unknown[] {
  const lines = readFileSync(join(FOLDER, name), 'utf8').trimEnd().split('\n')
  return lines.map((line): unknown => JSON.parse(line))
}
