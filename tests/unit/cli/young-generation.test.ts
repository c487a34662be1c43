import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FLAGS } from '../../../bench/in-process.ts'

const ROOT = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

it('the command line is started with a bounded young generation: installed, from a checkout, and when it is measured', () => {
  const flags = FLAGS.program.join(' ')
  expect(read('src/main/cli/index.ts').split('\n')[0]).toBe(`#!/usr/bin/env -S node ${flags}`)
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
  expect(scripts['offprint']).toBe(`node ${flags} scripts/offprint.mjs`)
})

it('bounds it: values that outlive a collection do not let it grow', () => {
  const code = `
    const { getHeapSpaceStatistics } = require('node:v8')
    const kept = []
    let most = 0
    for (let n = 0; n < 1_000_000; n++) {
      kept.push({ n, pair: [n, n] })
      if (kept.length > 100_000) kept.splice(0, 50_000)
      if (n % 10_000 === 0) most = Math.max(most, getHeapSpaceStatistics().find((one) => one.space_name === 'new_space').space_size)
    }
    console.log(most / 1e6)`
  const grown = (flags: readonly string[]): number =>
    Number(execFileSync(process.execPath, [...flags, '-e', code], { encoding: 'utf8' }))
  expect(grown(FLAGS.program)).toBeLessThan(20)
  expect(grown(FLAGS.host)).toBeGreaterThan(20)
})
