import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { benchRow } from '../../../bench/bench-table.ts'
import { formatTable } from '../../../bench/format-table.ts'
import { reportMemory, watchMemory } from '../../../bench/memory.ts'
import { quantile } from '../../../bench/quantile.ts'
import { hasSharedData } from '../../support/shared-data.ts'
import { tempDir } from '../../support/temp-dir.ts'

const runner = join(import.meta.dirname, '../../../bench/run.ts')

test('a table is aligned, with a dash where nothing was measured', () => {
  const rows = [
    benchRow('index build', { ours: 1234.5, peer: 500, unit: 'articles/s' }),
    benchRow('query', { ours: 0.01234, unit: 'ms' }),
  ]
  expect(formatTable({ title: 'Search', rows, notes: ['seed offprint'] })).toBe(
    [
      'Search',
      '',
      'what           ours  peer   ratio  unit',
      '---------------------------------------------',
      'index build    1235   500  2.47 ×  articles/s',
      'query        0.0123     –       –  ms',
      '',
      '  seed offprint',
    ].join('\n'),
  )
})

test('there is no ratio to nothing', () => {
  expect(benchRow('x', { ours: 1, peer: 0, unit: 's' }).ratio).toBeNull()
  expect(benchRow('x', { ours: null, peer: 2, unit: 's' }).ratio).toBeNull()
})

test('the slope of memory is that of the second half, in megabytes a minute', () => {
  const samples = Array.from({ length: 121 }, (_, seconds) => ({
    seconds,
    megabytes: seconds < 60 ? seconds * 10 : 600 + (seconds - 60) / 10,
  }))
  const report = reportMemory(samples)
  expect(report.slope).toBeCloseTo(6)
  expect(report.peak).toBe(606)
  expect(reportMemory([]).slope).toBe(0)
})

test('a watch samples the process from its start to its stop', () => {
  const watch = watchMemory()
  watch.sample()
  const report = watch.stop()
  expect(report.samples).toHaveLength(3)
  expect(report.peak).toBeGreaterThan(10)
})

test('quantiles are those of the sorted values', () => {
  expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3)
  expect(quantile([5, 1, 4, 2, 3], 0.95)).toBe(5)
  expect(quantile([], 0.5)).toBeNull()
})

test('without a name, or with one there is not, the runner lists the benches and fails', () => {
  for (const args of [[], ['nonsense'], ['anchoring', '--size', 'many']]) {
    const { status, stderr } = spawnSync(process.execPath, [runner, ...args], { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toContain('npm run bench -- NAME')
    expect(stderr).toContain('  anchoring\n')
  }
})

test.skipIf(!hasSharedData)('the runner prints a bench and writes its rows as JSON', () => {
  const file = join(tempDir(), 'rows.json')
  const printed = execFileSync(process.execPath, [runner, 'anchoring', '--json', file], { encoding: 'utf8' })
  expect(printed).toMatch(/^Anchoring: .*\n\nwhat +ours +peer +ratio +unit\n/)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ rows: expect.any(Array) as unknown })
})
