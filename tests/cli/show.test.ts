import { describe, expect, it } from 'vitest'
import { aCommandLine, oneOf } from './support/a-command-line.ts'

const FIRST = '<title>Tide</title><article><h1>Tide</h1><p>The tide came in at six.</p></article>'
const SECOND = FIRST.replace('six', 'seven')

describe('show', () => {
  it('shows an article whole, as text, as reader HTML and as Markdown', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.md', '# The lamp\n\nA lamp & a \\<promise\\>.\n')
    expect(await line.json('show', 'show', uid)).toMatchObject({ title: 'The lamp', annotations: [] })
    expect((await line.run('show', uid, '--text')).stdout).toContain('A lamp & a <promise>.')
    expect((await line.run('show', uid, '--html')).stdout).toMatch(/^<article>[\s\S]*A lamp &amp; a /)
    expect((await line.run('show', uid, '--markdown')).stdout).toMatch(/^---\n[\s\S]*The lamp[\s\S]*A lamp/)
    expect((await line.run('show', uid)).stdout).toMatch(/^The lamp\nwords: 4\n/)
  })

  it('gives the original of every version byte for byte', async () => {
    const line = aCommandLine()
    for (const [name, html] of [
      ['first.jsonl', FIRST],
      ['second.jsonl', SECOND],
    ] as const) {
      const row = { id: 'tide', service: 'shore', html }
      await line.json('import', 'import', line.file(name, JSON.stringify(row)))
    }
    const { uid } = oneOf(await line.lines('list-row', 'list'))
    const { versions } = await line.json('show', 'show', uid)
    expect(versions.map(({ number, current }) => [number, current])).toEqual([
      [1, false],
      [2, true],
    ])
    expect((await line.run('show', uid, '--text')).stdout).toContain('seven')
    expect((await line.run('show', uid, '--text', '--version', '1')).stdout).toContain('six')
    expect(JSON.parse((await line.run('show', uid, '--original', '--version', '1')).stdout)).toMatchObject({
      html: FIRST,
    })
    expect(JSON.parse((await line.run('show', uid, '--original')).stdout)).toMatchObject({ html: SECOND })
  })

  it('gives bytes that are no valid text unchanged', async () => {
    const line = aCommandLine()
    const bytes = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2c, 0x20, 0xec, 0xe8, 0xf0, 0x21, 0x0d, 0x0a])
    await line.run('import', line.file('windows-1251.txt', bytes))
    const { uid } = oneOf(await line.lines('list-row', 'list'))
    expect((await line.run('show', uid, '--original')).bytes).toEqual(bytes)
  })

  it('says which article or version there is not', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.txt', 'One text.\n')
    for (const [args, sentence] of [
      [['nobody'], 'There is no article nobody in this archive.'],
      [[uid, '--version', '9'], 'The article has no version 9.'],
      [[uid, '--original', '--version', '9'], 'The article has no version 9.'],
      [['nobody', '--original'], 'There is no article nobody in this archive.'],
    ] as const) {
      const ended = await line.run('show', ...args)
      expect(ended).toMatchObject({ status: 2, stdout: '' })
      expect(ended.stderr).toContain(sentence)
    }
  })
})
