import type { AnchoringCase } from './cases.ts'
import type { Outcome } from './outcome.ts'

interface Judged {
  readonly name: string
  readonly outcomes: readonly Outcome[]
}

/** All strategies by kind, as `right/wrong/orphan` in numbers: a line a strategy, a column a kind. */
export function formatGrid(set: string, cases: readonly AnchoringCase[], judged: readonly Judged[]): readonly string[] {
  const kinds = ['all', ...new Set(cases.map(({ kind }) => kind))]
  const cells = judged.map(({ name, outcomes }) => [
    name,
    ...kinds.map((kind) => {
      const count = (wanted: Outcome): number =>
        outcomes.filter((outcome, index) => outcome === wanted && (kind === 'all' || cases[index]?.kind === kind))
          .length
      return `${String(count('right'))}/${String(count('wrong'))}/${String(count('orphan'))}`
    }),
  ])
  const rows = [[`${set}: right/wrong/orphan`, ...kinds], ...cells]
  const widths = ['', ...kinds].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
