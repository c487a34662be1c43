import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyArchive } from '../../src/main/storage/backup.ts'
import { fillArchive } from '../support/filled-archive.ts'
import { openAt } from '../support/new-archive.ts'
import { tempDir } from '../support/temp-dir.ts'
import { valueOf } from '../support/value-of.ts'
import { runScript } from './support/run-node.ts'

/** Permission bits do not stop root, so that root runs the child as `nobody` (65534 on Linux); a person as themselves. */
const isRoot = process.getuid?.() === 0
const asSomebody = isRoot ? { uid: 65_534, gid: 65_534 } : {}

/** Answers of the writer's and the reader's door in another process. */
async function tryOpen(file: string, ...more: readonly string[]): Promise<unknown> {
  const { stdout, stderr, status } = await runScript('try-open.ts', [file, ...more], asSomebody)
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** A folder with an archive (WAL, closed) and a backup of it; both readable by everyone, and writable only as told. */
async function aPlace(options: { readonly folder: number; readonly file: number }): Promise<string> {
  const folder = join(tempDir(), 'place')
  mkdirSync(folder)
  const archive = openAt(join(folder, 'a.offprint'))
  fillArchive(archive, 2)
  valueOf(await copyArchive(archive.file, join(folder, 'backup.offprint')))
  archive.close()
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), options.file)
  chmodSync(folder, options.folder)
  chmodSync(join(folder, '..'), 0o755)
  return folder
}

/**
 * Whether these tests can say anything: Windows has no such bits, and as root the child must be able to become somebody
 * else who can still read the checkout. Otherwise they are shown as skipped.
 */
const canTest =
  process.platform !== 'win32' &&
  (await runScript('try-open.ts', ['/no/such/file'], asSomebody).then(
    ({ status }) => status === 0,
    () => false,
  ))

describe.skipIf(!canTest)('a place that a person cannot write to', () => {
  it('as a check of these tests: an ordinary place opens', async () => {
    const folder = await aPlace({ folder: 0o777, file: 0o666 })
    expect(await tryOpen(join(folder, 'a.offprint'))).toEqual(['ok', 'ok'])
  })

  it('cannot hold a WAL archive: both doors say so, and no byte changes', async () => {
    const folder = await aPlace({ folder: 0o555, file: 0o444 })
    const before = readFileSync(join(folder, 'a.offprint'))
    expect(await tryOpen(join(folder, 'a.offprint'))).toEqual(['storage/read-only-place', 'storage/read-only-place'])
    expect(readFileSync(join(folder, 'a.offprint'))).toEqual(before)
    expect(readdirSync(folder)).toEqual(['a.offprint', 'backup.offprint'])
  })

  it('can hold a backup, which can be read there', async () => {
    const folder = await aPlace({ folder: 0o555, file: 0o444 })
    expect(await tryOpen(join(folder, 'backup.offprint'))).toEqual(['storage/read-only-place', 'ok'])
  })

  it('is told from a file alone that cannot be written', async () => {
    const folder = await aPlace({ folder: 0o777, file: 0o444 })
    expect(await tryOpen(join(folder, 'a.offprint'))).toMatchObject(['storage/read-only-place', expect.any(String)])
  })

  it('takes no new archive', async () => {
    const folder = await aPlace({ folder: 0o555, file: 0o444 })
    expect(await tryOpen(join(folder, 'new.offprint'), 'create')).toEqual(['storage/not-writable', 'storage/not-found'])
  })

  it('once copied elsewhere, the archive opens', async () => {
    const folder = await aPlace({ folder: 0o555, file: 0o444 })
    const elsewhere = tempDir()
    chmodSync(elsewhere, 0o777)
    copyFileSync(join(folder, 'a.offprint'), join(elsewhere, 'a.offprint'))
    chmodSync(join(elsewhere, 'a.offprint'), 0o666)
    expect(await tryOpen(join(elsewhere, 'a.offprint'))).toEqual(['ok', 'ok'])
  })
})
