import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { copyArchive } from '../../../src/main/storage/backup.ts'
import { restoreArchive } from '../../../src/main/storage/restore.ts'
import type { RestoreRequest } from '../../../src/main/storage/restore.ts'
import { createSafekeeping } from '../../../src/main/storage/safekeeping.ts'
import { articleText, fillArchive } from '../../support/filled-archive.ts'
import { newArchive, openAt } from '../../support/new-archive.ts'
import { textOfHtml } from '../../support/prepared.ts'
import { stillClock } from '../../support/still-clock.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'
import { MIGRATIONS, newestSchema } from '../../../src/main/storage/migrations/migrations.ts'

describe('a backup', () => {
  it('is one file with everything, of the size it says', async () => {
    const archive = newArchive()
    fillArchive(archive, 3)
    const file = join(tempDir(), 'backup.offprint')
    const { bytes } = valueOf(await createSafekeeping(archive).copyTo(file))
    expect(statSync(file).size).toBe(bytes)
    expect(readdirSync(dirname(file))).toEqual(['backup.offprint'])
    const copy = new Sqlite(file)
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(copy.prepare('SELECT count(*) FROM article').pluck().get()).toBe(3)
    copy.close()
  })

  it('overwrites nothing unless told, and never the archive itself', async () => {
    const archive = newArchive()
    const file = join(tempDir(), 'notes.txt')
    writeFileSync(file, 'mine')
    expect(errorOf(await copyArchive(archive.file, file)).code).toBe('storage/exists')
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(errorOf(await copyArchive(archive.file, archive.file, { overwrite: true })).code).toBe('storage/exists')
    valueOf(await copyArchive(archive.file, file, { overwrite: true }))
    expect(openAt(file, { create: false }).schema).toBe(newestSchema(MIGRATIONS))
  })

  it('says that its folder is missing, and leaves nothing behind', async () => {
    const folder = tempDir()
    const result = await copyArchive(newArchive().file, join(folder, 'no', 'backup.offprint'))
    expect(errorOf(result).code).toBe('storage/not-writable')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('stats', () => {
  it('count what is there and measure it', () => {
    const archive = newArchive()
    fillArchive(archive, 3)
    archive.database.exec(`UPDATE article SET trashed_at = 'then' WHERE id = 1`)
    const before = createSafekeeping(archive).stats()
    expect(before).toMatchObject({
      uid: '0190a000-0000-7000-8000-000000000001',
      created: stillClock(),
      schema: newestSchema(MIGRATIONS),
    })
    expect(before).toMatchObject({
      articles: 3,
      trashed: 1,
      versions: 3,
      renditions: 3,
      annotations: 0,
      tags: 0,
      blobs: 3,
    })
    expect(before.bytes.text).toBe([1, 2, 3].reduce((sum, number) => sum + articleText(number).length, 0))
    expect(before.bytes.originals).toBeGreaterThan(300)
    expect(before.bytes.originals).toBeLessThan(before.bytes.text)
    const words = archive.database.prepare('INSERT INTO search_word VALUES (?)')
    archive.transact(() => {
      for (let number = 0; number < 5000; number++) words.run(`en:word${String(number)}`)
    })
    expect(createSafekeeping(archive).stats().bytes.index).toBeGreaterThan(before.bytes.index + 50_000)
  })
})

describe('restore', () => {
  /** An archive of two articles with a backup of one; the connection is closed. */
  async function aBackup(): Promise<RestoreRequest> {
    const archive = newArchive()
    fillArchive(archive, 1)
    const backup = join(tempDir(), 'backup.offprint')
    valueOf(await copyArchive(archive.file, backup))
    fillArchive(archive, 1, 2)
    archive.close()
    return { backup, archive: archive.file, now: stillClock(), textOf: textOfHtml, onProgress: () => undefined }
  }

  function countArticles(file: string): unknown {
    const archive = openAt(file, { create: false })
    try {
      return archive.database.prepare('SELECT count(*) FROM article').pluck().get()
    } finally {
      archive.close()
    }
  }

  it('puts a backup in place and keeps the present archive aside', async () => {
    const request = await aBackup()
    const before = readFileSync(request.backup)
    const report = valueOf(restoreArchive(request))
    const aside = join(dirname(request.archive), 'Archive (before restore 2026-11-23 01.02.03).offprint')
    expect(report).toMatchObject({ archive: request.archive, keptAside: aside, verified: { damaged: [] } })
    expect(countArticles(request.archive)).toBe(1)
    expect(countArticles(aside)).toBe(2)
    expect(readFileSync(request.backup)).toEqual(before)
    expect(readdirSync(dirname(request.archive)).toSorted()).toEqual(
      [aside, request.archive].map((path) => path.slice(dirname(path).length + 1)),
    )
  })

  it('works where no archive is left, and twice within a second', async () => {
    const request = await aBackup()
    const elsewhere = { ...request, archive: join(tempDir(), 'New.offprint') }
    expect(valueOf(restoreArchive(elsewhere)).keptAside).toBeNull()
    valueOf(restoreArchive(elsewhere))
    valueOf(restoreArchive(elsewhere))
    expect(readdirSync(dirname(elsewhere.archive))).toHaveLength(3)
  })

  it('replaces an archive that is too damaged to open, and keeps its bytes', async () => {
    const request = await aBackup()
    writeFileSync(request.archive, Buffer.alloc(20_000, 3))
    const { keptAside } = valueOf(restoreArchive(request))
    expect(countArticles(request.archive)).toBe(1)
    expect(readFileSync(keptAside ?? '')).toEqual(Buffer.alloc(20_000, 3))
  })

  it('refuses a damaged backup unless told, and leaves the present archive', async () => {
    const request = await aBackup()
    const raw = new Sqlite(request.backup)
    raw.exec('UPDATE rendition SET text_length = 1')
    raw.close()
    const error = errorOf(restoreArchive(request))
    expect(error.code).toBe('storage/damaged')
    expect(error.details).toMatchObject({ file: request.backup, damaged: 1 })
    expect(countArticles(request.archive)).toBe(2)
    expect(readdirSync(dirname(request.archive))).toHaveLength(1)
    expect(valueOf(restoreArchive({ ...request, evenIfDamaged: true })).verified.damaged).toHaveLength(1)
    expect(countArticles(request.archive)).toBe(1)
  })

  it('refuses while another connection has the archive open, and what is no archive', async () => {
    const request = await aBackup()
    const other = openAt(request.archive)
    expect(errorOf(restoreArchive(request)).code).toBe('storage/busy')
    other.close()
    expect(countArticles(request.archive)).toBe(2)
    const text = join(tempDir(), 'x.txt')
    writeFileSync(text, 'x'.repeat(500))
    mkdirSync(join(dirname(text), 'folder'))
    expect(errorOf(restoreArchive({ ...request, backup: text })).code).toBe('storage/not-an-archive')
    expect(errorOf(restoreArchive({ ...request, backup: `${text}.none` })).code).toBe('storage/not-found')
    expect(errorOf(restoreArchive({ ...request, backup: join(dirname(text), 'folder') })).code).toBe(
      'storage/not-an-archive',
    )
    expect(existsSync(request.archive)).toBe(true)
  })
})
