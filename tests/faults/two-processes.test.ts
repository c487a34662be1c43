import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyArchive } from '../../src/main/storage/verify/verify-archive.ts'
import { articleUid } from '../support/filled-archive.ts'
import { openAt } from '../support/new-archive.ts'
import { textOfHtml } from '../support/prepared.ts'
import { tempDir } from '../support/temp-dir.ts'
import { runScript } from './support/run-node.ts'

const COUNT = 120

/** Both writers at once on one archive, which the first of them creates. */
async function writeTogether(file: string, count = COUNT): Promise<void> {
  const writers = [1, 1 + count].map((first) => runScript('fill.ts', [file, String(first), String(count), '2']))
  for (const ended of await Promise.all(writers)) expect(ended).toMatchObject({ status: 0, stderr: '' })
}

describe.each([
  ['a local folder, in WAL mode', 'Plain', 'wal'],
  ['a sync folder, in DELETE mode', 'Dropbox', 'delete'],
])('two processes that write at once in %s', (_name, folder, mode) => {
  it('lose nothing, and the chain of the log is whole', async () => {
    const file = join(tempDir(), folder, 'a.offprint')
    mkdirSync(dirname(file))
    await writeTogether(file)
    const { database, journalMode } = openAt(file, { create: false })
    expect(journalMode).toBe(mode)
    const uids = database.prepare('SELECT uid FROM article ORDER BY uid').pluck().all()
    expect(uids).toEqual(Array.from({ length: 2 * COUNT }, (_, at) => articleUid(at + 1)))
    const report = verifyArchive(database, { textOf: textOfHtml, onProgress: () => undefined })
    expect(report.damaged).toEqual([])
    expect(report.checked).toEqual({ articles: 240, blobs: 240, renditions: 240, log: 480 })
  })
})

describe('two processes that write at once', () => {
  it('really do: their articles are mixed', async () => {
    const file = join(tempDir(), 'a.offprint')
    openAt(file).close()
    // So many that neither has ended before the other has begun, on a busy machine too.
    const count = 8 * COUNT
    await writeTogether(file, count)
    const { database } = openAt(file)
    const rows = database.prepare<[], string>('SELECT uid FROM article ORDER BY id').pluck().all()
    const fromSecond = rows.map((uid) => uid > String(articleUid(count)))
    const turns = fromSecond.filter((second, at) => at > 0 && second !== fromSecond[at - 1]).length
    expect(turns).toBeGreaterThan(1)
  })
})
