import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { BenchOptions, BenchTable } from './bench-table.ts'
import { formatTable } from './format-table.ts'

/** A bench is a folder with a `run.ts` that exports this; one that prints by itself answers nothing. */
type Bench = (options: BenchOptions) => Promise<BenchTable | undefined> | BenchTable | undefined

const USAGE = 'npm run bench -- NAME [--size N] [--json FILE] [--misses FILE] [--pages FOLDER]'

/** Names of all benches. */
function listBenches(): readonly string[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => existsSync(join(import.meta.dirname, name, 'run.ts')))
    .toSorted()
}

async function loadBench(name: string): Promise<Bench> {
  const module: unknown = await import(pathToFileURL(join(import.meta.dirname, name, 'run.ts')).href)
  if (typeof module !== 'object' || module === null || !('run' in module) || typeof module.run !== 'function') {
    throw new Error(`bench/${name}/run.ts exports no run`)
  }
  return module.run as Bench
}

/** Positive whole number, null when absent, undefined when it is neither. */
function parseSize(text: string | undefined): number | null | undefined {
  if (text === undefined) return null
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined
}

/** Runs what the arguments name; answers the exit status: 0, or 2 for arguments that name nothing. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      size: { type: 'string' },
      json: { type: 'string' },
      misses: { type: 'string' },
      pages: { type: 'string' },
    },
  })
  const [name] = positionals
  const size = parseSize(values.size)
  if (name === undefined || !listBenches().includes(name) || size === undefined) {
    console.error([USAGE, '', 'Benches:', ...listBenches().map((bench) => `  ${bench}`)].join('\n'))
    return 2
  }
  const run = await loadBench(name)
  const table = await run({ size, misses: values.misses, pages: values.pages })
  if (table === undefined) return 0
  console.log(formatTable(table))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(table, null, 2)}\n`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
