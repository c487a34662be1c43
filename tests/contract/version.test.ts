import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { VERSION } from '../../src/shared/version.ts'

test('the program says the version of its package', () => {
  const file = join(import.meta.dirname, '../../package.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ name: 'offprint', version: VERSION })
})
