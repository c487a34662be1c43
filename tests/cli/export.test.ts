import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCommandLine, oneOf } from './support/a-command-line.ts'

describe('export', () => {
  it('writes the articles that a query chooses', async () => {
    const line = aCommandLine()
    await line.json('import', 'import', line.file('a.txt', 'Of lamps and light.\n'), line.file('b.txt', 'Of boats.\n'))
    const to = join(line.folder, 'out/notes')
    const report = await line.json('export', 'export', 'lamps', '--format', 'markdown', '--to', to)
    expect(report.written).toBe(1)
    expect(readFileSync(oneOf(report.files), 'utf8')).toContain('Of lamps and light.')
    const all = await line.json('export', 'export', '--format', 'markdown', '--to', join(line.folder, 'all'))
    expect(all.written).toBe(2)
  })

  it('never leaves its folder, whatever a title says', async () => {
    const line = aCommandLine()
    const title = '../../../etc/passwd\u0000\n/C:\\con'
    await line.json('import', 'import', line.file('a.jsonl', JSON.stringify({ id: '1', title, text: 'Some words.' })))
    const to = join(line.folder, 'notes')
    const { files } = await line.json('export', 'export', '--format', 'markdown', '--to', to)
    const file = oneOf(files)
    expect(dirname(file)).toBe(to)
    expect(statSync(file).isFile()).toBe(true)
    expect(readdirSync(to)).toHaveLength(1)
  })

  it('writes with a template, and refuses a broken one before it writes', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'Of lamps\n\nOf lamps and light, and of the sea at night.\n')
    const template = line.file('own.liquid', 'TITLE {{ title }}')
    const args = ['--format', 'markdown', '--to', join(line.folder, 'own')]
    const { files } = await line.json('export', 'export', ...args, '--template', template)
    expect(readFileSync(oneOf(files), 'utf8')).toContain('TITLE Of lamps')
    const broken = line.file('broken.liquid', '{% for %}')
    const refused = await line.run(
      'export',
      '--format',
      'markdown',
      '--to',
      join(line.folder, 'b'),
      '--template',
      broken,
    )
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain('broken.liquid')
    expect(existsSync(join(line.folder, 'b'))).toBe(false)
  })

  it('refuses a format it does not know and a place it cannot write to', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'Of lamps.\n')
    const format = await line.run('export', '--format', 'papyrus', '--to', line.folder)
    expect(format).toMatchObject({ status: 2, stdout: '' })
    expect(format.stderr).toMatch(/no export format "papyrus"[\s\S]*markdown/)
    const file = line.file('a-file', '')
    const place = await line.run('export', '--format', 'markdown', '--to', file)
    expect(place).toMatchObject({ status: 2, stdout: '' })
    expect(place.stderr).toContain(`Nothing can be written to ${file}`)
  })

  it('needs no format, and its help names the templates that are built in', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'Of lamps.\n')
    const { stdout } = await line.run('export', '--help')
    expect(stdout).toContain('plain, obsidian, logseq')
    for (const template of ['plain', 'obsidian', 'logseq']) {
      const to = join(line.folder, template)
      expect((await line.json('export', 'export', '--to', to, '--template', template)).written).toBe(1)
    }
  })

  it('says the names of the templates when one is not there', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'Of lamps.\n')
    const refused = await line.run('export', '--to', join(line.folder, 'out'), '--template', 'nope')
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain('The template nope cannot be used')
    expect(refused.stderr).toContain('plain, obsidian, logseq')
  })
})
