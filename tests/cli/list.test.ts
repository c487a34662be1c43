import { describe, expect, it } from 'vitest'
import { aCommandLine, type CommandLine } from './support/a-command-line.ts'

const ROWS = [
  {
    id: '1',
    title: 'Cedar',
    text: 'A tree of the mountains.',
    published: '2021-05-01T10:00:00Z',
    language: 'en',
    byline: 'Jo Smith',
  },
  {
    id: '2',
    title: 'ähre',
    text: 'Eine Ähre steht im Feld und wiegt sich im Wind.',
    published: '2023',
    language: 'de',
  },
  { id: '3', title: 'Birch', text: 'A white tree of the north.', published: null, language: 'en' },
]

async function aSmallArchive(): Promise<CommandLine> {
  const line = aCommandLine()
  const file = line.file('rows.jsonl', ROWS.map((row) => JSON.stringify(row)).join('\n'))
  await line.json('import', 'import', file)
  return line
}

describe('list', () => {
  it('sorts by time of adding (newest first), date or title', async () => {
    const line = await aSmallArchive()
    const ids = async (...args: readonly string[]): Promise<readonly (string | null)[]> =>
      (await line.lines('list-row', 'list', ...args)).map(({ sourceId }) => sourceId)
    expect(await ids()).toEqual(['3', '2', '1'])
    expect(await ids('--sort', 'published')).toEqual(['2', '1', '3'])
    expect(await ids('--sort', 'title')).toEqual(['2', '3', '1'])
    expect(await ids('--sort', 'title', '--limit', '2')).toEqual(['2', '3'])
    expect(await ids('--limit', '0')).toEqual([])
    expect(await ids('lang:en tree')).toEqual(['3', '1'])
    expect(await ids('lang:en', 'tree', '-mountains', '--limit', '5')).toEqual(['3'])
    expect(await ids('-lang:en')).toEqual(['2'])
  })

  it('shows a line an article to a person', async () => {
    const line = await aSmallArchive()
    const { status, stdout } = await line.run('list', 'lang:de')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^[0-9a-f-]{36} {2}ähre {2}\(2023 · de\)\n$/)
    await line.json('highlight', 'highlight', stdout.slice(0, 36), '--quote', 'Feld')
    expect((await line.run('list', 'lang:de')).stdout).toContain('  ähre  (2023 · de · 1 highlight)\n')
    expect((await line.run('list', 'title:cedar')).stdout).toContain('  Cedar  (Jo Smith · 2021-05-01 · en)\n')
  })

  it('leaves out what is in the Trash', async () => {
    const line = await aSmallArchive()
    const [newest] = await line.lines('list-row', 'list')
    await line.json('organise', 'trash', newest?.uid ?? '')
    expect(await line.lines('list-row', 'list')).toHaveLength(2)
    await line.json('organise', 'trash', '--restore', newest?.uid ?? '')
    expect(await line.lines('list-row', 'list')).toHaveLength(3)
  })
})
