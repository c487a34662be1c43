import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../../src/main/core.ts'
import type { Article } from '../../../src/shared/model/article.ts'
import { aZip } from '../../support/a-zip.ts'
import { aCore, articlesOf, importPath } from '../../support/an-import.ts'
import { hasSharedData, sharedData } from '../../support/shared-data.ts'
import { tempDir } from '../../support/temp-dir.ts'

const HARBOUR =
  '<div><h2>The quay</h2><p>The harbour wall was built in three summers by men who were paid in salt.</p>' +
  '<p>Nobody kept accounts. The salt was weighed at night, and the scales were said to be honest.</p></div>'

const METADATA = [
  {
    id: 'a1',
    slug: 'harbour-1',
    title: 'Paid in salt',
    description: 'A wall and who built it',
    author: 'Ann Lee',
    url: 'https://news.example/harbour',
    state: 'Archived',
    readingProgress: 100,
    labels: ['history', 'to keep'],
    savedAt: '2024-10-29T16:30:11.000Z',
    publishedAt: '2024-10-28T11:57:00.000Z',
  },
  {
    id: 'a2',
    slug: 'missing-2',
    title: 'Only a link',
    url: 'https://news.example/missing',
    state: 'Active',
    readingProgress: 12,
    labels: [],
    savedAt: '2024-10-30T16:30:11.000Z',
    publishedAt: null,
  },
]

const HIGHLIGHTS = [
  '> built in three summers by men who were paid in salt',
  '#labour',
  'How many men?',
  '> words that the article never had',
  '> The salt was weighed at night, and the scales were said to be honest.',
].join('\n\n')

function omnivoreZip(): string {
  const path = join(tempDir(), 'omnivore.zip')
  const entries = [
    { name: 'metadata_0_to_20.json', content: JSON.stringify(METADATA) },
    { name: 'content/harbour-1.html', content: HARBOUR },
    { name: 'highlights/harbour-1.md', content: HIGHLIGHTS },
  ]
  writeFileSync(path, aZip(entries))
  return path
}

/** Quote, note, tags and the words that stand at its place; null where it has none. */
function highlightsOf({ text, annotations }: Article): unknown[] {
  return annotations.map(({ quote, note, tags, anchors: [anchor] }) => [
    quote?.exact ?? null,
    note,
    tags,
    anchor?.start === undefined || anchor.start === null ? null : text.slice(anchor.start, anchor.end ?? 0),
  ])
}

async function titled(core: Core, title: string): Promise<Article> {
  const article = (await articlesOf(core)).get(title)
  if (article === undefined) throw new Error(`no article ${title}`)
  return article
}

describe('an Omnivore export', () => {
  test('comes in whole: text, highlights in their places, tags, states, days; an orphan keeps its words', async () => {
    const core = aCore()
    const report = await importPath(core, omnivoreZip())
    expect(report).toMatchObject({ read: 2, added: 1, linkOnly: 1, failed: 0 })
    const article = await titled(core, 'Paid in salt')
    expect(article).toMatchObject({
      url: 'https://news.example/harbour',
      byline: 'Ann Lee',
      standfirst: 'A wall and who built it',
      added: '2024-10-29T16:30:11.000Z',
      state: 'read',
      tags: ['history', 'to keep'],
    })
    expect(article.published).toMatch(/^2024-10-28/)
    expect(article.text).toContain('Nobody kept accounts.')
    const built = 'built in three summers by men who were paid in salt'
    const scales = 'The salt was weighed at night, and the scales were said to be honest.'
    expect(highlightsOf(article)).toEqual(
      expect.arrayContaining([
        [built, 'How many men?', ['labour'], built],
        [scales, null, [], scales],
        ['words that the article never had', null, [], null],
      ]),
    )
    expect(article.annotations).toHaveLength(3)
    expect(await titled(core, 'Only a link')).toMatchObject({ state: 'reading', added: '2024-10-30T16:30:11.000Z' })
  })

  test('twice adds nothing', async () => {
    const core = aCore()
    const path = omnivoreZip()
    await importPath(core, path)
    const again = await importPath(core, path)
    expect(again).toMatchObject({ read: 2, already: 2, added: 0, linkOnly: 0, newVersion: 0 })
    expect((await titled(core, 'Paid in salt')).annotations).toHaveLength(3)
    expect((await articlesOf(core)).size).toBe(2)
  })

  test.skipIf(!hasSharedData)(
    'the real one of another program’s tests has an outcome for each of its articles',
    async () => {
      const core = aCore()
      const report = await importPath(core, sharedData('imports/pocket-monorepo/imports/omnivore-test.zip'))
      const { read, added, newVersion, already, linkOnly, failed } = report
      expect(read).toBe(60)
      expect(added + newVersion + already + linkOnly + failed).toBe(read)
      expect(failed).toBe(0)
    },
  )
})

function csv(name: string, text: string): string {
  const path = join(tempDir(), name)
  writeFileSync(path, text)
  return path
}

describe('exports of several services', () => {
  test('meet in one article: what was read or starred anywhere is, tags of all are there', async () => {
    const core = aCore()
    await importPath(core, omnivoreZip())
    const instapaper =
      'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://news.example/missing,x,,Starred,1600000000,"[""other""]"\n'
    const pocket = 'title,url,time_added,tags,status\nx,https://news.example/missing,1600000000,third,archive\n'
    expect(await importPath(core, csv('i.csv', instapaper))).toMatchObject({ already: 1 })
    expect(await importPath(core, csv('p.csv', pocket))).toMatchObject({ already: 1 })
    const article = await titled(core, 'Only a link')
    expect(article).toMatchObject({ state: 'read', starred: true })
    expect([...article.tags].sort()).toEqual(['other', 'third'])
    // An article that was read is not unread again because another service says so.
    const unread = 'title,url,time_added,tags,status\nx,https://news.example/harbour,1600000000,,unread\n'
    await importPath(core, csv('u.csv', unread))
    expect((await titled(core, 'Paid in salt')).state).toBe('read')
  })

  test('Readwise’s highlights join the article of their title and author; others wait as a link of their own', async () => {
    const core = aCore()
    await importPath(core, omnivoreZip())
    const table = [
      'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at',
      'Nobody kept accounts.,Paid in Salt,Ann Lee,,,yellow,,order,1,2022-11-06 04:33:50+00:00',
      'Somewhere else.,Another work,Bo,,,yellow,,order,1,2022-11-06 04:33:50+00:00',
    ].join('\n')
    const path = csv('readwise-data.csv', table)
    expect(await importPath(core, path)).toMatchObject({ read: 2, already: 1, linkOnly: 1 })
    const quotes = highlightsOf(await titled(core, 'Paid in salt'))
    expect(quotes).toContainEqual(['Nobody kept accounts.', null, [], 'Nobody kept accounts.'])
    expect((await titled(core, 'Another work')).annotations).toMatchObject([{ note: '> Somewhere else.' }])
    expect(await importPath(core, path)).toMatchObject({ read: 2, already: 2 })
  })

  test('Hypothesis joins by address; what came before its article is placed once the text is there', async () => {
    const core = aCore()
    const row = (quote: string, comment: string): string =>
      `2024-01-02T03:04:05Z,me,,https://news.example/harbour,Public,Annotation,"${quote}",${comment},\n`
    const head = 'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n'
    const table = `${head}${row('Nobody kept accounts.', 'Why?')}${row('It never said this.', '')}`
    expect(await importPath(core, csv('h.csv', table))).toMatchObject({ read: 1, linkOnly: 1 })
    expect(await importPath(core, omnivoreZip())).toMatchObject({ newVersion: 1, linkOnly: 1 })
    const article = await titled(core, 'Paid in salt')
    expect(highlightsOf(article)).toContainEqual(['Nobody kept accounts.', 'Why?', [], 'Nobody kept accounts.'])
    expect(highlightsOf(article)).toContainEqual([null, '> It never said this.', [], null])
  })
})
