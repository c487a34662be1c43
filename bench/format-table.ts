import type { BenchRow, BenchTable } from './bench-table.ts'

const HEADER = ['what', 'ours', 'peer', 'ratio', 'unit'] as const

/** A bench's table as text: numbers to the right, the rest to the left, `–` where nothing was measured. */
export function formatTable(table: BenchTable): string {
  const cells = [HEADER, ...table.rows.map(cellsOf)]
  const widths = HEADER.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 || column === HEADER.length - 1 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
  const rule = '-'.repeat(Math.max(...lines.map((line) => line.length)))
  const [header = '', ...body] = lines
  return [table.title, '', header, rule, ...body, '', ...table.notes.map((note) => `  ${note}`)].join('\n').trimEnd()
}

function cellsOf(row: BenchRow): readonly string[] {
  return [row.what, number(row.ours), number(row.peer), row.ratio === null ? '–' : `${number(row.ratio)} ×`, row.unit]
}

/** Three digits that matter, no exponent. */
function number(value: number | null): string {
  if (value === null) return '–'
  if (value === 0 || Math.abs(value) >= 100) return String(Math.round(value))
  return String(Number(value.toPrecision(3)))
}
