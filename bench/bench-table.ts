/** What a bench is asked for; `size` null = its own default; `misses` = file for what it got wrong, where it lists that; `pages` = folder of pages with their texts, for extraction. */
export interface BenchOptions {
  readonly size: number | null
  readonly misses?: string | undefined
  readonly pages?: string | undefined
}

/** One line of a bench: ours beside a peer's, in the same unit; null = not measured. `ratio` reads "ours is × peer". */
export interface BenchRow {
  readonly what: string
  readonly ours: number | null
  readonly peer: number | null
  readonly ratio: number | null
  readonly unit: string
}

/** What a bench prints. */
export interface BenchTable {
  readonly title: string
  readonly rows: readonly BenchRow[]
  readonly notes: readonly string[]
}

/** A row with its ratio worked out. */
export function benchRow(what: string, values: { ours: number | null; peer?: number | null; unit: string }): BenchRow {
  const peer = values.peer ?? null
  const ratio = values.ours === null || peer === null || peer === 0 ? null : values.ours / peer
  return { what, ours: values.ours, peer, ratio, unit: values.unit }
}
