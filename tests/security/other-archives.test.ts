import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { compress } from '../../src/main/import/steps/compress.ts'
import { aCore, importPath } from '../support/an-import.ts'
import { tempDir } from '../support/temp-dir.ts'

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

let made: Buffer | null = null

/** A small archive at rest, made once: two pages, one of them with a picture, and a link. */
async function goodArchive(): Promise<Buffer> {
  if (made !== null) return made
  const core = aCore()
  const folder = tempDir()
  for (const name of ['one', 'two']) {
    const page = `<h1>${name}</h1><p>${`The harbour wall ${name} was built in salt. `.repeat(8)}</p>`
    const picture = name === 'one' ? `<p>See it <img src="${PICTURE}"></p>` : ''
    writeFileSync(join(folder, `${name}.html`), `<!doctype html><article>${page}${picture}</article>`)
  }
  writeFileSync(join(folder, 'links.txt'), 'https://links.example/one\n')
  await importPath(core, folder)
  const good = join(tempDir(), 'Good.offprint')
  const to = await core.runners['archive.backup'](
    { to: good },
    {
      signal: { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined },
      onProgress: () => undefined,
      onImport: () => undefined,
      resumed: () => Promise.resolve(),
      pause: () => Promise.resolve(),
    },
  )
  if (!to.ok) throw new Error(to.error.code)
  return (made = readFileSync(good))
}

/** A copy that somebody tampered with. */
async function forged(tamper: (database: Database.Database) => void): Promise<string> {
  const file = join(tempDir(), 'Forged.offprint')
  writeFileSync(file, await goodArchive())
  const database = new Database(file)
  database.pragma('journal_mode = DELETE')
  tamper(database)
  database.close()
  return file
}

const scratch = (): number => readdirSync(tmpdir()).filter((name) => name.startsWith('offprint-archive-')).length

describe('an archive from a stranger', () => {
  test('whose reader HTML holds what Offprint never writes brings that article not in, and the others', async () => {
    const file = await forged((database) => {
      const row = database
        .prepare('SELECT id, text_zstd AS text, html_zstd AS html FROM rendition ORDER BY id')
        .get() as {
        readonly id: number
        readonly text: Buffer
        readonly html: Buffer
      }
      const text = zstdDecompressSync(row.text)
      const html = zstdDecompressSync(row.html, { dictionary: text }).toString()
      const evil = html
        .replace('<p>', '<p onclick="steal()">')
        .replace('</article>', '<script>steal()</script></article>')
      database.prepare('UPDATE rendition SET html_zstd = ? WHERE id = ?').run(compress(Buffer.from(evil), text), row.id)
    })
    const report = await importPath(aCore(), file)
    expect(report).toMatchObject({ read: 3, added: 1, linkOnly: 1, failed: 1 })
    expect(report.items.find(({ outcome }) => outcome === 'failed')?.reason?.code).toBe('import/archive-damaged')
  })

  test('whose original is another than its name says, or whose rows are nonsense, loses that article alone', async () => {
    const changed = await forged((database) => {
      database.exec(`UPDATE blob_chunk SET bytes = zeroblob(length(bytes)), codec = 'identity', size = length(bytes)
        WHERE blob = (SELECT source_blob FROM version WHERE media_type = 'text/html' LIMIT 1)`)
    })
    expect(await importPath(aCore(), changed)).toMatchObject({ read: 3, added: 1, linkOnly: 1, failed: 1 })
    const nonsense = await forged((database) => {
      database.exec(
        `PRAGMA ignore_check_constraints = ON; UPDATE article SET added_at = 'yesterday', state = 'eaten' WHERE id = 1`,
      )
    })
    expect(await importPath(aCore(), nonsense)).toMatchObject({ read: 3, failed: 1 })
  })

  test('that a newer Offprint wrote, or without its tables, is refused as a whole, in words', async () => {
    const newer = await forged((database) => database.pragma('user_version = 99'))
    const [item] = (await importPath(aCore(), newer)).items
    expect(item?.reason).toMatchObject({ code: 'storage/newer-archive', details: { found: 99 } })
    const empty = await forged((database) => {
      database.pragma('foreign_keys = OFF')
      database.exec('DROP TABLE article')
    })
    const report = await importPath(aCore(), empty)
    expect(report).toMatchObject({ read: 1, failed: 1, items: [{ reason: { code: 'import/archive-damaged' } }] })
  })

  test('cut off or with flipped bits anywhere ends in outcomes that add up, and leaves no scratch file', async () => {
    const bytes = await goodArchive()
    const core = aCore()
    const before = scratch()
    const { length } = bytes
    const odd = Array.from({ length: 16 }, (_, index) => {
      const at = Math.floor(((index * 0.618_034) % 1) * length)
      if (index % 4 === 0) return bytes.subarray(0, at)
      const flipped = Buffer.from(bytes)
      // The 100 bytes of the header are tried too.
      for (const place of [at, index * 7]) flipped[place] = (flipped[place] ?? 0) ^ (1 << (index % 8))
      return flipped
    })
    for (const content of odd) {
      const file = join(tempDir(), 'Odd.offprint')
      writeFileSync(file, content)
      const { read, added, newVersion, already, linkOnly, failed, items } = await importPath(core, file)
      expect(added + newVersion + already + linkOnly + failed).toBe(read)
      for (const { reason } of items) expect(reason?.code ?? 'import/').toMatch(/^(?:import\/|storage\/newer-archive)/)
    }
    expect(scratch()).toBe(before)
  }, 20_000)
})
