import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadTemplate } from '../../../../src/main/export/markdown/load-template.ts'
import { tempDir } from '../../../support/temp-dir.ts'

const refusal = (path: string, reason: RegExp) => ({
  ok: false,
  error: { code: 'export/bad-template', details: { path, reason: expect.stringMatching(reason) as unknown } },
})

test('a name that is neither built in nor a file is answered with the names that are', async () => {
  expect(await loadTemplate('nope')).toMatchObject(refusal('nope', /plain, obsidian, logseq/))
})

test('a folder is not a template', async () => {
  const folder = tempDir()
  expect(await loadTemplate(folder)).toMatchObject(refusal(folder, /not a file/))
})

test.skipIf(!existsSync('/dev/zero'))('a device that never ends is not read', async () => {
  expect(await loadTemplate('/dev/zero')).toMatchObject(refusal('/dev/zero', /not a file/))
})

test.skipIf(process.platform === 'win32')('a pipe that nobody writes to is not waited for', async () => {
  const pipe = join(tempDir(), 'pipe')
  execFileSync('mkfifo', [pipe])
  expect(await loadTemplate(pipe)).toMatchObject(refusal(pipe, /not a file/))
})

test('a file of 1 MB is a template, a larger one is not', async () => {
  const path = join(tempDir(), 'large.liquid')
  writeFileSync(path, 'x'.repeat(1_000_000))
  expect(await loadTemplate(path)).toMatchObject({ ok: true })
  writeFileSync(path, 'x'.repeat(1_000_001))
  expect(await loadTemplate(path)).toMatchObject(refusal(path, /larger than 1 MB/))
})
