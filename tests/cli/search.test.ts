import { describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../../src/shared/model/search.ts'
import { aCommandLine, parseLines, type CommandLine } from './support/a-command-line.ts'

const ROWS = [
  { id: 'ice', title: 'Ice', text: 'The ice core was drilled in Antarctica. It holds old air.' },
  { id: 'snow', title: 'Snow', text: 'Snow fell on the core of the city.' },
  { id: 'sea', title: 'Sea', text: 'The sea is warm.' },
]

async function aSmallArchive(): Promise<CommandLine> {
  const line = aCommandLine()
  await line.json('import', 'import', line.file('rows.jsonl', ROWS.map((row) => JSON.stringify(row)).join('\n')))
  return line
}

const idsOf = ({ hits }: SearchAnswer): readonly (string | null)[] => hits.map(({ sourceId }) => sourceId)

describe('search', () => {
  it('wants all words, or ranks whatever has some', async () => {
    const line = await aSmallArchive()
    expect(idsOf(await line.json('search', 'search', 'ice core'))).toEqual(['ice'])
    const any = await line.json('search', 'search', 'ice core', '--match', 'any')
    expect(idsOf(any)).toEqual(['ice', 'snow'])
    expect(any.understood.match).toBe('any')
  })

  it.each([
    [['ice', 'core'], 'ice core'],
    [['--limit', '5', 'ice', 'core', '--match', 'all'], 'ice core'],
    [['core', '-antarctica'], 'core -antarctica'],
    [['-antarctica', 'core', '--limit', '5'], '-antarctica core'],
    [['-antarctica', '--limit=5', 'core', '-5', '-sea'], '-antarctica core -5 -sea'],
    [['--', '-antarctica', 'core'], '-antarctica core'],
    [['"ice core"', 'air'], '"ice core" air'],
  ])('takes %j as the query %j', async (words, query) => {
    const line = await aSmallArchive()
    const answer = await line.json('search', 'search', ...words)
    expect(answer.query).toBe(query)
    expect(idsOf(answer)).toEqual([query.includes('-antarctica') ? 'snow' : 'ice'])
  })

  it('falls back to some of the words when no article has all, and says so', async () => {
    const line = await aSmallArchive()
    const relaxed = await line.json('search', 'search', 'ice sea')
    expect(relaxed.understood.relaxed).toBe(true)
    expect(idsOf(relaxed).toSorted()).toEqual(['ice', 'sea'])
  })

  it('pages through the hits, the total staying exact', async () => {
    const line = await aSmallArchive()
    const pages: SearchAnswer[] = []
    for (const offset of ['0', '1', '2']) {
      pages.push(await line.json('search', 'search', 'core', '--limit', '1', '--offset', offset))
    }
    expect(pages.map(({ total, hits }) => [total, hits.length])).toEqual([
      [2, 1],
      [2, 1],
      [2, 0],
    ])
    expect(pages.flatMap(idsOf).toSorted()).toEqual(['ice', 'snow'])
    expect(await line.json('search', 'search', 'core', '--limit', '0')).toMatchObject({ total: 2, hits: [] })
  })

  it('answers many queries in one process, plain lines and JSON lines, in their order', async () => {
    const line = await aSmallArchive()
    const lines = ['ice', '', '{"id": "q-2", "query": "core"}', '{"id": 7, "query": "warm"}', '{not json} snow']
    const file = line.file('queries.txt', `\uFEFF${lines.join('\r\n')}\r\n`)
    const answers = await line.lines('search-line', 'search', '--queries', file, '--match', 'any')
    expect(answers.map(({ id, query }) => [id, query])).toEqual([
      [1, 'ice'],
      ['q-2', 'core'],
      [7, 'warm'],
      [5, '{not json} snow'],
    ])
    expect(answers.map(idsOf)).toEqual([['ice'], expect.arrayContaining(['ice', 'snow']), ['sea'], ['snow']])
    const fromInput = await line.runWithInput('warm\n', '--json', 'search', '--queries', '-', '--limit', '1')
    expect(parseLines('search-line', fromInput.stdout).map(idsOf)).toEqual([['sea']])
  })

  it('never fails on a query, however odd', async () => {
    const line = await aSmallArchive()
    const odd = [
      '"',
      '(((',
      ')',
      '-',
      '+',
      'title:',
      'after:never',
      '* OR *',
      'a\u0000b',
      '\uD83D',
      'NEAR(ice core)',
      '🦊',
    ]
    const queries = line.file('odd.jsonl', odd.map((query, id) => JSON.stringify({ id, query })).join('\n'))
    expect(await line.lines('search-line', 'search', '--queries', queries)).toHaveLength(odd.length)
  })

  it('shows a person how many hits are left, a headline once, and that a query is empty', async () => {
    const line = await aSmallArchive()
    const shown = async (...args: readonly string[]): Promise<string> => (await line.run('search', ...args)).stdout
    expect(await shown('core', '--limit', '1')).toMatch(/\n… and 1 more\n$/)
    expect(await shown('core', '--limit', '1', '--offset', '1')).not.toContain('more')
    expect(await shown('title:sea')).toMatch(/^1 found in .*\n\S+ {2}Sea\n$/)
    expect(await shown(' ')).toMatch(/^The query is empty;.*\n$/)
  })

  it('counts what was found by author and so on with --facets, for programs and people', async () => {
    const line = aCommandLine()
    const rows = [
      { id: 'a', title: 'A', text: 'Ice.', byline: 'Ann Lee', published: '2021-05-01' },
      { id: 'b', title: 'B', text: 'Ice.', byline: 'Ann Lee and Bob Ray', published: '2022' },
      { id: 'c', title: 'C', text: 'Ice.' },
    ]
    await line.json('import', 'import', line.file('rows.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')))
    const counted: object = await line.json('search', 'search', 'ice', '--facets')
    expect(counted).toHaveProperty('facets.author.values.0', {
      value: 'Ann Lee',
      articles: 2,
      condition: 'by:"Ann Lee"',
    })
    const byAnn = await line.json('search', 'search', 'ice', 'by:"Ann Lee"')
    expect(idsOf(byAnn).toSorted()).toEqual(['a', 'b'])
    expect((await line.run('search', 'ice', '--facets')).stdout).toMatch(/ {2}year: 2022 1 · 2021 1 · none 1\n/)
  })

  it('sorts by title, date added and relevance with --sort, and takes no other order', async () => {
    const line = await aSmallArchive()
    expect(idsOf(await line.json('search', 'search', 'core OR sea', '--sort', 'title'))).toEqual(['ice', 'sea', 'snow'])
    expect(idsOf(await line.json('search', 'search', 'core OR sea', '--sort', 'added'))).toHaveLength(3)
    expect((await line.run('search', 'ice', '--sort', 'size')).status).not.toBe(0)
  })

  it('shows a person hits in brackets and how the query was understood', async () => {
    const line = await aSmallArchive()
    const { stdout } = await line.run('search', 'ice after:never', '--explain')
    expect(stdout).toMatch(/plain word: ice/)
    expect(stdout).toContain(
      '  “after:never” is not a date (such as after:2022 or after:2022-03-05); searched as words\n',
    )
    expect((await line.run('search', 'titel:ice')).stdout).toMatch(/ {2}“titel:ice”: there is no field “titel”/)
    expect((await line.run('search', 'ice')).stdout).toMatch(/1 found[\s\S]*The \[ice\] core/)
  })
})
