import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { aCore, articlesOf, importPath } from '../../support/an-import.ts'
import { aLockedZip } from '../../support/locked-zips.ts'
import { tempDir } from '../../support/temp-dir.ts'

test('a locked ZIP comes in with its password, which is in no file of the archive and in no report', async () => {
  const core = aCore()
  const { bytes, password } = aLockedZip('AES-256')
  const file = join(tempDir(), 'locked.zip')
  writeFileSync(file, bytes)
  expect(await importPath(core, file)).toMatchObject({ read: 1, failed: 1, added: 0 })
  const report = await importPath(core, file, { password })
  expect(report).toMatchObject({ read: 2, failed: 0, added: 2 })
  expect([...(await articlesOf(core)).keys()].toSorted()).toEqual(['The harbour at dawn', 'The tide'])
  expect(JSON.stringify(report)).not.toContain(password)
  const folder = dirname(core.file)
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes(password)).toBe(false)
})
