import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportReport } from '../../src/shared/model/job.ts'
import { aLockedZip } from '../support/locked-zips.ts'
import { parseLines, aCommandLine, oneOf, type CommandLine } from './support/a-command-line.ts'

const titles = async (line: CommandLine): Promise<readonly (string | null)[]> =>
  (await line.lines('list-row', 'list', '--sort', 'title')).map(({ title }) => title)

/** A folder with what a person's folder holds. */
function aMixedFolder(line: CommandLine): string {
  line.file('in/good.md', '# The lamp\n\nA lamp was lit on the hill, and everybody saw it from the sea.\n')
  line.file(
    'in/deeper/page.html',
    '<title>The pier</title><article><h1>The pier</h1><p>The pier is long.</p></article>',
  )
  line.file('in/empty.txt', '')
  line.file(
    'in/junk.bin',
    Uint8Array.from({ length: 4000 }, (_, at) => (at * 37) % 256),
  )
  line.file('in/.hidden.txt', 'Nobody asked for this.')
  symlinkSync(join(line.folder, 'nowhere'), join(line.folder, 'in/broken-link.txt'))
  mkdirSync(join(line.folder, 'in/folder.txt'))
  return join(line.folder, 'in')
}

async function importWithFailures(line: CommandLine, ...args: readonly string[]): Promise<ImportReport> {
  const ended = await line.run('--json', 'import', ...args)
  expect(ended).toMatchObject({ status: 1, stderr: '' })
  return oneOf(parseLines('import', ended.stdout))
}

describe('import', () => {
  it('brings a folder in; every item has an outcome, what is bad has a reason, status is 1', async () => {
    const line = aCommandLine()
    const report = await importWithFailures(line, aMixedFolder(line))
    expect(report).toMatchObject({ read: 5, added: 2, newVersion: 0, already: 0, linkOnly: 0, failed: 3 })
    const reasons = report.items.flatMap(({ source, reason }) =>
      reason === null ? [] : [[source.slice(line.folder.length + 4), reason.code]],
    )
    expect(Object.fromEntries(reasons)).toEqual({
      'broken-link.txt': 'import/not-readable',
      'empty.txt': 'import/empty',
      'junk.bin': 'import/binary-content',
    })
    expect(await titles(line)).toEqual(['The lamp', 'The pier'])
  })

  it('says every failure in whole sentences to a person', async () => {
    const line = aCommandLine()
    const { stdout } = await line.run('import', aMixedFolder(line))
    expect(stdout).toMatch(/5 read: 2 added, 3 failed/)
    expect(stdout.match(/^failed: /gm)).toHaveLength(3)
    expect(stdout).not.toContain('unknown')
  })

  it('adds nothing the second time', async () => {
    const line = aCommandLine()
    const folder = aMixedFolder(line)
    await line.run('import', folder)
    expect(await importWithFailures(line, folder)).toMatchObject({ read: 5, added: 0, already: 2, failed: 3 })
    expect(await titles(line)).toHaveLength(2)
  })

  it('can be undone as one gesture and done again', async () => {
    const line = aCommandLine()
    const folder = aMixedFolder(line)
    await line.run('import', folder)
    await line.json('undo', 'undo')
    expect(await titles(line)).toEqual([])
    const again = await importWithFailures(line, folder)
    expect(again.failed).toBe(3)
    expect(again.items.flatMap(({ notes }) => notes.map(({ kind }) => kind))).toContain('restored-from-trash')
    expect(await titles(line)).toEqual(['The lamp', 'The pier'])
    expect(await line.json('stats', 'stats')).toMatchObject({ articles: 2, trashed: 0, versions: 2 })
  })

  it('takes JSON lines; bad lines fail by their number and the good ones come in', async () => {
    const line = aCommandLine()
    const rows = [
      { id: 'a1', title: 'First', text: 'The first of them.', tags: ['one'], collections: ['Work/War'] },
      { id: 'a2', title: 'Second', url: 'https://example.org/2', html: '<p>The second of them.</p>' },
      { id: 'a3', url: 'https://example.org/3', title: 'Only a link' },
    ]
    const [first, second, third] = rows.map((row) => JSON.stringify(row))
    const file = line.file('rows.jsonl', [first, '{"id":', '', second, '[1]', '{"title":"Nothing"}', third].join('\n'))
    const report = await importWithFailures(line, file)
    expect(report).toMatchObject({ read: 6, added: 2, linkOnly: 1, failed: 3 })
    const failed = report.items.filter(({ outcome }) => outcome === 'failed')
    expect(failed.map(({ reason }) => reason?.details['line'])).toEqual([2, 5, 6])
    const listed = await line.lines('list-row', 'list', '--sort', 'title')
    expect(listed.map(({ sourceId, title }) => [sourceId, title])).toEqual([
      ['a1', 'First'],
      ['a3', 'Only a link'],
      ['a2', 'Second'],
    ])
    expect(listed[0]).toMatchObject({ tags: ['one'], collections: ['Work/War'] })
  })

  it('keeps ids of two files apart', async () => {
    const line = aCommandLine()
    const [one, two] = ['one', 'two'].map((name) =>
      line.file(`${name}.jsonl`, JSON.stringify({ id: '1', title: name, text: `Text of ${name}.` })),
    )
    await line.json('import', 'import', one ?? '', two ?? '')
    expect(await titles(line)).toEqual(['one', 'two'])
  })

  it('reads standard input', async () => {
    const line = aCommandLine()
    const ended = await line.runWithInput('# From a pipe\n\nThis came through a pipe.\n', '--json', 'import', '-')
    expect(oneOf(parseLines('import', ended.stdout))).toMatchObject({ read: 1, added: 1 })
    expect(await titles(line)).toEqual(['From a pipe'])
  })

  it('puts everything into a collection and gives it tags', async () => {
    const line = aCommandLine()
    const file = line.file('a.txt', 'A text that belongs somewhere.\n')
    await line.json('import', 'import', file, '--collection', 'A/B', '--tag', 'x', '--tag', 'y z')
    const row = oneOf(await line.lines('list-row', 'list'))
    expect(row).toMatchObject({ collections: ['A/B'], tags: ['x', 'y z'] })
    expect(await line.lines('list-row', 'list', 'in:A tag:"y z"')).toHaveLength(1)
  })

  it('stores nothing in a dry run', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'What is in already.\n')
    line.file('b.txt', 'What would come in.\n')
    const report = await line.json(
      'import',
      'import',
      '--dry-run',
      join(line.folder, 'a.txt'),
      join(line.folder, 'b.txt'),
    )
    expect(report.items.map(({ outcome }) => outcome)).toEqual(['already', 'added'])
    expect(await line.lines('list-row', 'list')).toHaveLength(1)
    expect(await line.lines('gesture', 'undo', '--list')).toHaveLength(1)
  })

  it('reads everything as the format that is named', async () => {
    const line = aCommandLine()
    await line.json('import', 'import', line.file('odd.txt', '# Heading\n\nSome words.\n'), '--format', 'markdown')
    expect(await titles(line)).toEqual(['Heading'])
    const refused = await line.run('import', line.file('b.txt', 'x'), '--format', 'tea-leaves')
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toMatch(/tea-leaves[\s\S]*jsonl, html, markdown, text/)
  })

  it('has nothing to resume when every import ended', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'One text.\n')
    const ended = await line.run('import', '--resume')
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(ended.stderr).toContain('There is no unfinished import to continue.')
  })
})

describe('a locked ZIP', () => {
  const locked = aLockedZip('AES-256')

  it('is told, and comes in with the password that a file holds', async () => {
    const line = aCommandLine()
    const zip = line.file('locked.zip', locked.bytes)
    expect((await line.run('import', zip)).stdout).toContain('a password is needed to open it')
    const wrong = await line.run('import', zip, '--password-file', line.file('wrong.txt', 'another\n'))
    expect(wrong).toMatchObject({ status: 1 })
    expect(wrong.stdout).toContain('the password given does not open it')
    const file = line.file('password.txt', `${locked.password}\r\nwhatever stands below\n`)
    const right = await line.run('import', zip, '--password-file', file)
    expect(right).toMatchObject({ status: 0 })
    expect(await titles(line)).toEqual(['The harbour at dawn', 'The tide'])
    expect(wrong.stdout + wrong.stderr + right.stdout + right.stderr).not.toMatch(/another\b|tide at 7/)
  })

  it.each([
    [['--ask-password'], 'nobody can be asked here'],
    [['--password-file', '/nowhere/password.txt'], 'cannot be read'],
    [['--password-file', '/dev/null'], 'is empty'],
  ])('is refused with %s', async (args, words) => {
    const line = aCommandLine()
    const ended = await line.run('import', line.file('locked.zip', locked.bytes), ...args)
    expect(ended.status).toBe(2)
    expect(ended.stderr).toContain(words)
  })
})
