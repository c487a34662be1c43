import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freePath } from '../../../src/main/storage/free-path.ts'
import { tempDir } from '../../support/temp-dir.ts'

it('is the name itself, or the first number that nothing bears, file or folder', () => {
  const folder = tempDir()
  expect(freePath(folder, 'Name', '.offprint')).toBe(join(folder, 'Name.offprint'))
  writeFileSync(join(folder, 'Name.offprint'), '')
  mkdirSync(join(folder, 'Name 2.offprint'))
  expect(freePath(folder, 'Name', '.offprint')).toBe(join(folder, 'Name 3.offprint'))
})
