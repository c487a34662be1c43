import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../../src/shared/version.ts'
import { aCommandLine } from './support/a-command-line.ts'
import { startOffprint } from './support/offprint.ts'

describe('wrong arguments', () => {
  it.each([
    ['no command of that name', ['serach', 'x'], "error: unknown command 'serach'"],
    ['an option that is not there', ['list', '--sorted'], "error: unknown option '--sorted'"],
    [
      'a slip of an option among words',
      ['search', 'tea', '--limt', '5'],
      "unknown option '--limt' (search takes --match",
    ],
    ['an order that is not there', ['list', '--sort', 'colour'], 'Choose one of: added, published, title.'],
    ['a limit that is no number', ['list', '--limit', 'many'], 'Give a whole number from 0.'],
    ['a negative offset', ['search', 'x', '--offset', '-1'], 'Give a whole number from 0.'],
    ['a match mode that is not there', ['search', 'x', '--match', 'some'], 'Choose one of: all, any.'],
    ['neither query nor queries', ['search'], 'error: give a query, or --queries FILE'],
    ['both query and queries', ['search', 'x', '--queries', 'f'], 'error: give a query, or --queries FILE'],
    ['nothing to import', ['import'], 'error: name at least one path to import, or use --resume'],
    ['no article to show', ['show'], "error: missing required argument 'uid'"],
    ['a version that is no number', ['show', 'x', '--version', 'first'], 'Give a whole number from 0.'],
    ['no passage to highlight', ['highlight', 'x'], "error: required option '--quote <text>' not specified"],
    ['no place to back up to', ['backup'], "error: required option '--to <file>' not specified"],
    ['no folder to export to', ['export'], "error: required option '--to <folder>' not specified"],
    ['nothing to restore', ['restore'], "error: missing required argument 'file'"],
    ['too many words', ['show', 'one', 'two'], 'error: too many arguments'],
  ])('such as %s end with status 2, one sentence, and no archive made', async (_name, args, sentence) => {
    const line = aCommandLine()
    const ended = await line.run(...args)
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(ended.stderr).toContain(sentence)
    expect(ended.stderr.trim().split('\n').length).toBeLessThanOrEqual(3)
    expect(existsSync(line.archive)).toBe(false)
  })

  it('in JSON are an error document', async () => {
    const line = aCommandLine()
    const ended = await line.run('--json', 'show', 'nobody')
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(JSON.parse(ended.stderr)).toMatchObject({ error: { code: 'storage/not-found' } })
  })
})

describe('help', () => {
  it('and version are results, with status 0', async () => {
    const line = aCommandLine()
    expect(await line.run('--version')).toMatchObject({ status: 0, stdout: `${VERSION}\n`, stderr: '' })
    const help = await line.run('--help')
    expect(help).toMatchObject({ status: 0, stderr: '' })
    for (const command of ['import', 'extract', 'list', 'search', 'show', 'highlight', 'export', 'backup', 'restore'])
      expect(help.stdout).toContain(`  ${command}`)
    expect(await line.run('import', '--help')).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('the archive of a command', () => {
  it('is the one opened last when none is named', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'Some words.\n')
    const ended = await startOffprint({ args: ['list'], home: line.folder }).ended
    expect(ended).toMatchObject({ status: 0, stderr: '' })
    expect(ended.stdout).toContain('Some words.')
  })

  it('is in Documents/Offprint when none was ever opened; import makes it', async () => {
    const line = aCommandLine()
    const run = (...args: readonly string[]) => startOffprint({ args, home: line.folder, stdin: 'Some words.' }).ended
    const none = await run('list')
    expect(none.status).toBe(2)
    expect(none.stderr).toContain('There is no archive at')
    expect((await run('import', '-')).status).toBe(0)
    expect(existsSync(join(line.folder, 'Documents/Offprint/Archive.offprint'))).toBe(true)
  })
})
