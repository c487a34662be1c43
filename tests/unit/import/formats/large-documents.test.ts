import { ftruncateSync, openSync, closeSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MAX_DOCUMENT_BYTES, MAX_ITEM_BYTES } from '../../../../src/main/import/limits.ts'
import { readPath } from '../../../support/read-items.ts'
import { tempDir } from '../../../support/temp-dir.ts'

/** A file that begins so and is so long; nothing of it is on the disk but its beginning. */
function longFile(name: string, start: string, size: number): string {
  const path = join(tempDir(), name)
  const file = openSync(path, 'w')
  writeSync(file, start)
  ftruncateSync(file, size)
  closeSync(file)
  return path
}

test('a PDF may be larger than other items, but not than memory allows; a page may not', async () => {
  const [item] = await readPath(longFile('scans.pdf', '%PDF-1.7\n', MAX_ITEM_BYTES + 1))
  expect(item?.ok).toBe(true)
  const tooLarge = { ok: false, error: { code: 'import/too-large', details: { limit: MAX_DOCUMENT_BYTES } } }
  expect(await readPath(longFile('all.pdf', '%PDF-1.7\n', MAX_DOCUMENT_BYTES + 1))).toMatchObject([tooLarge])
  const page = await readPath(longFile('page.html', '<!doctype html>', MAX_ITEM_BYTES + 1))
  expect(page).toMatchObject([{ ok: false, error: { code: 'import/too-large', details: { limit: MAX_ITEM_BYTES } } }])
})
