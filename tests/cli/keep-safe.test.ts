import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCommandLine, oneOf, parseLines } from './support/a-command-line.ts'

describe('backup, verify and restore', () => {
  it('keep everything: what was lost after the backup comes back with it', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.txt', 'The text to keep.\n')
    await line.json('highlight', 'highlight', uid, '--quote', 'text to keep')
    const to = join(line.folder, 'Backup.offprint')
    const backup = await line.json('backup', 'backup', '--to', to)
    expect(backup).toMatchObject({ file: to, bytes: statSync(to).size, articles: 1, damaged: [] })
    expect(['-wal', '-shm', '-journal'].filter((ending) => existsSync(to + ending))).toEqual([])

    await line.json('organise', 'trash', uid)
    const restored = await line.json('restore', 'restore', to)
    expect(restored.archive).toBe(line.archive)
    expect(existsSync(restored.keptAside ?? '')).toBe(true)
    expect(await line.lines('list-row', 'list', 'has:highlight')).toHaveLength(1)
    expect(await line.json('verify', 'verify')).toMatchObject({ damaged: [], checked: { articles: 1 } })
  })

  it('refuse to write a backup over a file, or into a folder that is not there', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'The text to keep.\n')
    const taken = line.file('taken.offprint', 'mine')
    const refused = await line.run('backup', '--to', taken)
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain(`There is a file at ${taken} already.`)
    expect(readFileSync(taken, 'utf8')).toBe('mine')
    expect(await line.run('backup', '--to', join(line.folder, 'no/such/b.offprint'))).toMatchObject({ status: 2 })
  })

  it('name what is damaged, with status 2', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.txt', 'The text to keep.\n')
    line.sql((database) => database.exec(`UPDATE rendition SET text_sha256 = zeroblob(32)`))
    const ended = await line.run('--json', 'verify')
    expect(ended).toMatchObject({ status: 2, stderr: '' })
    const { damaged } = oneOf(parseLines('verify', ended.stdout))
    expect(damaged.map(({ kind }) => kind)).toContain('text')
    expect((await line.run('verify')).stdout).toMatch(new RegExp(`damaged text .*${uid}|${uid}`))
  })

  it('refuse a damaged backup and keep the archive in its place', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'The text to keep.\n')
    const copy = join(line.folder, 'Copy.offprint')
    await line.json('backup', 'backup', '--to', copy)
    const truncated = line.file('Short.offprint', readFileSync(copy).subarray(0, 40_000))
    const before = readFileSync(line.archive)
    for (const bad of [
      truncated,
      line.file('no-archive.offprint', 'just words'),
      join(line.folder, 'missing.offprint'),
    ]) {
      const ended = await line.run('restore', bad)
      expect(ended).toMatchObject({ status: 2, stdout: '' })
      expect(ended.stderr.trim().split('\n')).toHaveLength(3)
    }
    expect(readFileSync(line.archive)).toEqual(before)
  })

  it('restore where no archive is yet', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'The text to keep.\n')
    const to = join(line.folder, 'Backup.offprint')
    await line.json('backup', 'backup', '--to', to)
    const other = join(line.folder, 'Other.offprint')
    const restored = await line.run('--archive', other, '--json', 'restore', to)
    expect(oneOf(parseLines('restore', restored.stdout))).toMatchObject({
      archive: other,
      keptAside: null,
    })
    expect(existsSync(to)).toBe(true)
  })
})
