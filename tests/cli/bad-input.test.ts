import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MIGRATIONS, newestSchema } from '../../src/main/storage/migrations/migrations.ts'
import { aCommandLine, oneOf, parseLines } from './support/a-command-line.ts'
import type { Ended } from './support/offprint.ts'

/** Refused: status 2, nothing on standard output, three lines in words, no stack. */
function expectRefusal(ended: Ended, sentence: string): void {
  expect(ended).toMatchObject({ status: 2, stdout: '' })
  expect(ended.stderr).toContain(sentence)
  expect(ended.stderr.trim().split('\n')).toHaveLength(3)
  expect(ended.stderr).not.toMatch(/\bat .*:\d+:\d+|unknown/)
}

describe('a bad source', () => {
  it('that is missing is refused before anything is brought in', async () => {
    const line = aCommandLine()
    const there = line.file('a.txt', 'Some words.\n')
    expectRefusal(await line.run('import', there, 'nowhere.txt'), 'There is nothing at nowhere.txt.')
    expect(await line.lines('list-row', 'list')).toEqual([])
  })

  it('that is a link to nowhere, a folder named like a file or an empty folder does no harm', async () => {
    const line = aCommandLine()
    symlinkSync(join(line.folder, 'nowhere'), join(line.folder, 'link.txt'))
    expectRefusal(await line.run('import', 'link.txt'), 'There is nothing at link.txt.')
    mkdirSync(join(line.folder, 'folder.txt'))
    expect(await line.json('import', 'import', 'folder.txt')).toMatchObject({ read: 0, failed: 0 })
  })

  it.skipIf(process.platform === 'win32')('that is a pipe nobody writes to is given up', async () => {
    const line = aCommandLine()
    mkdirSync(join(line.folder, 'in'))
    execFileSync('mkfifo', [join(line.folder, 'silent'), join(line.folder, 'in/fifo.txt')])
    const [alone, inFolder] = await Promise.all([line.run('import', 'silent'), line.run('extract', 'in')])
    expect(alone.status).toBe(1)
    expect(alone.stdout).toContain('The file cannot be opened: no-writer.')
    expect(inFolder.status).toBe(1)
    expect(inFolder.stdout).toContain('The file cannot be opened: not a regular file.')
  })

  it('that is one line of 20 MB comes in whole or fails with its reason, and stops nothing else', async () => {
    const line = aCommandLine()
    const words = 'lantern harbour morning '.repeat(Math.ceil(20_000_000 / 24))
    line.file('in/a-long.txt', `${words}needle\n`)
    line.file('in/b-row.jsonl', `${JSON.stringify({ id: 1, text: words })}\n{"id": 2, "text": "A short needle."}\n`)
    line.file('in/c-after.txt', 'A needle after it.\n')
    const ended = await line.run('--json', 'import', join(line.folder, 'in'))
    const { items, read } = oneOf(parseLines('import', ended.stdout))
    expect(read).toBe(4)
    for (const { outcome, reason } of [items[0], items[1]].flatMap((item) => item ?? [])) {
      expect([outcome, reason?.code]).toEqual(
        outcome === 'added' ? ['added', undefined] : ['failed', 'import/worker-crashed'],
      )
    }
    expect(items.slice(2).map(({ outcome }) => outcome)).toEqual(['added', 'added'])
    expect((await line.json('search', 'search', 'needle')).total).toBeGreaterThanOrEqual(2)
    expect(await line.json('verify', 'verify')).toMatchObject({ damaged: [] })
  })

  it('that has a name or a title with control characters cannot trick the terminal', async () => {
    const line = aCommandLine()
    const hostile = '\u001B[2J\u001B]0;owned\u0007a\nb\u202Etxt.evil'
    line.file(`in/${hostile}.txt`, '')
    line.file(
      'in/row.jsonl',
      JSON.stringify({ id: hostile, title: hostile, text: `A ${hostile} word.`, tags: [hostile] }),
    )
    const outputs = [
      await line.run('import', join(line.folder, 'in')),
      await line.run('list'),
      await line.run('search', 'word'),
      await line.run('extract', join(line.folder, 'in')),
      await line.run('import', `${hostile}.txt`),
    ]
    const { uid } = oneOf(await line.lines('list-row', 'list'))
    outputs.push(await line.run('show', uid), await line.run('undo', '--list'))
    for (const { stdout, stderr } of outputs) {
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/)
    }
  })
})

describe('a bad archive', () => {
  it('that is another file is refused and left as it is', async () => {
    const line = aCommandLine()
    line.file('Test.offprint', 'These are my notes, not an archive.')
    for (const args of [['list'], ['import', line.file('a.txt', 'Words.\n')], ['verify'], ['backup', '--to', 'b']]) {
      expectRefusal(await line.run(...args), `${line.archive} is not an Offprint archive.`)
    }
    expect(readFileSync(line.archive, 'utf8')).toBe('These are my notes, not an archive.')
  })

  it('that is a folder is refused', async () => {
    const line = aCommandLine()
    mkdirSync(line.archive)
    expectRefusal(await line.run('list'), `${line.archive} is not an Offprint archive.`)
  })

  it('of a newer schema is refused and left as it is', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'Some words.\n')
    line.sql((database) => database.pragma('user_version = 99'))
    const before = readFileSync(line.archive)
    const known = String(newestSchema(MIGRATIONS))
    expectRefusal(await line.run('list'), `written by a newer Offprint (schema 99, this program knows ${known})`)
    expectRefusal(await line.run('import', join(line.folder, 'a.txt')), 'newer Offprint')
    expect(readFileSync(line.archive)).toEqual(before)
  })

  it('that is not there is named; only import makes one, folders and all', async () => {
    const line = aCommandLine()
    expectRefusal(await line.run('search', 'x'), `There is no archive at ${line.archive}.`)
    const far = join(line.folder, 'new/folder/A.offprint')
    expectRefusal(await line.run('--archive', far, 'list'), `There is no archive at ${far}.`)
    expect(existsSync(join(line.folder, 'new'))).toBe(false)
    expect((await line.run('--archive', far, 'import', line.file('a.txt', 'Words.\n'))).status).toBe(0)
    const under = join(line.file('a-file', ''), 'A.offprint')
    expectRefusal(await line.run('--archive', under, 'import', 'a.txt'), 'cannot be written to')
  })

  it('that is damaged is named as damaged, by every command', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'Some words.\n')
    const bytes = readFileSync(line.archive)
    line.file('Test.offprint', bytes.fill(0xa5, 8192))
    for (const args of [['list'], ['search', 'words'], ['import', line.file('b.txt', 'Others.\n')], ['stats']]) {
      expectRefusal(await line.run(...args), 'The archive is damaged.')
    }
  })
})
