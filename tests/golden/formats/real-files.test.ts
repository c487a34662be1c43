import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasSharedData, sharedData } from '../../support/shared-data.ts'
import type { DraftOrFailure } from '../../../src/main/import/format.ts'
import { draftsOf, inShort, readContent, readPath } from '../../support/read-items.ts'

/** Real exports and the test cases of other programs: what is read of each, in numbers. */
const COUNTS: readonly (readonly [string, string, Readonly<Record<string, number>>])[] = [
  ['wallabag/pocket.csv', 'pocket', { read: 7, link: 7, text: 0, failed: 0 }],
  ['wallabag/ril_export.html', 'pocket', { read: 2, link: 2, text: 0, failed: 0 }],
  ['wallabag/instapaper-export.csv', 'instapaper', { read: 4, link: 4, text: 0, failed: 0 }],
  ['wallabag/pinboard_export', 'pinboard', { read: 3, link: 3, text: 0, failed: 0 }],
  ['wallabag/delicious_export.2021.02.06_21.10.json', 'delicious', { read: 3, link: 3, text: 0, failed: 0 }],
  ['wallabag/elcurator.json', 'elcurator', { read: 1, link: 1, text: 0, failed: 0 }],
  ['wallabag/readability.json', 'readability', { read: 3, link: 3, text: 0, failed: 0 }],
  ['wallabag/readability-read.json', 'readability', { read: 2, link: 2, text: 0, failed: 0 }],
  ['wallabag/chrome-bookmarks', 'browser-bookmarks', { read: 1, link: 1, text: 0, failed: 0 }],
  ['wallabag/firefox-bookmarks.json', 'browser-bookmarks', { read: 2, link: 2, text: 0, failed: 0 }],
  ['wallabag/shaarli-bookmarks.html', 'netscape-bookmarks', { read: 2, link: 2, text: 0, failed: 0 }],
  ['wallabag/omnivore.json', 'omnivore', { read: 20, link: 20, text: 0, failed: 0 }],
  ['wallabag/wallabag-v1.json', 'wallabag', { read: 2, link: 0, text: 2, failed: 0 }],
  ['wallabag/wallabag-v1-read.json', 'wallabag', { read: 3, link: 0, text: 3, failed: 0 }],
  ['wallabag/wallabag-v2.json', 'wallabag', { read: 6, link: 1, text: 5, failed: 0 }],
  ['wallabag/wallabag-v2-read.json', 'wallabag', { read: 2, link: 0, text: 2, failed: 0 }],
  ['karakeep/linkwarden-export.json', 'linkwarden', { read: 6, link: 6, text: 0, failed: 0 }],
  ['pocket-monorepo/imports/omnivore-test.zip', 'omnivore', { read: 60, link: 60, text: 0, failed: 0 }],
  ['pocket-monorepo/imports/omnivore-invalid.zip', 'omnivore', { read: 7, link: 4, text: 0, failed: 3 }],
]

describe.skipIf(!hasSharedData)('real exports', () => {
  test.each(COUNTS)('%s is read as %s, and every item has an outcome', async (path, format, counts) => {
    const items = await readPath(sharedData(`imports/${path}`))
    const drafts = items.filter((item) => item.ok).map(({ draft }) => draft)
    expect(new Set(drafts.map((draft) => draft.format))).toEqual(new Set([format]))
    expect({
      read: items.length,
      link: drafts.filter(({ content }) => content.kind === 'none').length,
      text: drafts.filter(({ content }) => content.kind !== 'none').length,
      failed: items.filter(({ ok }) => !ok).length,
    }).toEqual(counts)
    // No date and no title of a real export is lost.
    expect(drafts.filter(({ marks }) => marks.added === null && !hasNoDates(path)).length).toBe(0)
    expect(new Set(drafts.map(({ key }) => `${key.sourceHash} ${key.key}`)).size).toBe(drafts.length)
  })

  test('Pocket keeps state and titles with line breaks', async () => {
    const drafts = draftsOf(await readPath(sharedData('imports/wallabag/pocket.csv')))
    expect(drafts.map(({ marks }) => marks.state).filter((state) => state === 'read').length).toBe(2)
    expect(drafts[0]?.marks.added).toBe('2020-09-17T06:06:28.000Z')
    expect(drafts.at(-1)?.facts.title).toBe(
      'Des abeilles pour résoudre les « conflits » entre les humains et les élépha',
    )
  })

  test('Instapaper tells state, star and folder of what it has one column for', async () => {
    const items = await readPath(sharedData('imports/wallabag/instapaper-export.csv'))
    expect(items.map(inShort).map(({ state, starred, collections }) => [state, starred, collections])).toEqual([
      [undefined, undefined, undefined],
      ['read', undefined, undefined],
      [undefined, true, undefined],
      [undefined, undefined, ['test_tag']],
    ])
  })

  test('wallabag: ids of both kinds, dates without a colon, placeholders and error pages', async () => {
    const drafts = draftsOf(await readPath(sharedData('imports/wallabag/wallabag-v2.json')))
    expect(drafts.map(({ sourceId }) => sourceId).slice(0, 3)).toEqual(['23', '22', '21'])
    expect(drafts[0]?.marks).toMatchObject({
      added: '2016-09-08T09:55:58.000Z',
      starred: true,
      state: 'unread',
      tags: ['mediapart', 'blog'],
    })
    expect(drafts[2]).toMatchObject({ content: { kind: 'none' }, facts: {} })
    expect(drafts[2]?.facts.title).toBeUndefined()
    expect(drafts[2]?.notes.map(({ kind }) => kind)).toContain('no-article-found')
  })

  test('wallabag 1 keeps what was read, its tags and text', async () => {
    const [first, , third] = draftsOf(await readPath(sharedData('imports/wallabag/wallabag-v1-read.json')))
    expect(first?.marks.starred).toBe(true)
    expect(third?.marks.tags).toEqual(['framasoft', 'tag'])
  })

  test('browsers keep folders, tags and days', async () => {
    const firefox = await readPath(sharedData('imports/wallabag/firefox-bookmarks.json'))
    expect(inShort(firefox[0] ?? never())).toMatchObject({
      tags: ['test', 'tag'],
      collections: ['Barre personnelle'],
      added: '2013-12-27T17:41:31.644Z',
    })
    const chrome = await readPath(sharedData('imports/wallabag/chrome-bookmarks'))
    expect(inShort(chrome[0] ?? never())).toMatchObject({
      collections: ['Barre de favoris'],
      added: '2016-09-20T13:15:29.336Z',
    })
  })

  test('Linkwarden’s tree of collections is built from its parents', async () => {
    const items = await readPath(sharedData('imports/karakeep/linkwarden-export.json'))
    expect(items.map(inShort).map(({ title, collections, tags }) => [title, collections, tags])).toEqual([
      ['GitHub', ['Tech'], ['dev']],
      ['React', ['Tech/Frontend'], ['js', 'ui']],
      ['Next.js', ['Tech/Frontend/Frameworks'], undefined],
      ['Hacker News', ['News'], ['news']],
      ['Example', ['Work'], ['work']],
      ['Example', ['Personal'], ['personal']],
    ])
  })
})

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'parses a simple bookmark file with single bookmark (html)': [''],
  'parses bookmarks with tags (html)': ['tag1,tag2,tag3'],
  'parses bookmarks in nested folders (html)': ['Folder1/Folder2'],
  "handles empty folder names by replacing with 'Unnamed' (html)": ['Named Folder/Unnamed'],
  'parses multiple bookmarks in different folders (html)': ['Tech', 'Tech', 'News'],
  'parses bookmarks at root level (no folders) (html)': ['', ''],
  'handles deeply nested folder structures (html)': ['Level1/Level2/Level3/Level4'],
  'deduplicates bookmarks with the same URL (html)': ['Folder1 | tag1', 'Folder2 | tag2'],
  'merges notes from duplicate bookmarks (html)': ['note', 'note'],
  'handles bookmarks without ADD_DATE attribute (html)': [''],
  'handles bookmarks without HREF attribute (html)': ['import/no-address'],
  'handles mixed structure with folders and root-level bookmarks (html)': ['', 'Folder', ''],
  'throws error for non-Netscape bookmark files (html)': ['html'],
  'keeps distinct identities for duplicate sibling list names (json)': ['Projects/Inbox', 'Projects/Inbox'],
  'preserves smart list query metadata (json)': ['Manual'],
  'maps Archive folder to archived flag, Unread to no paths, and custom folders to paths (csv)': [
    'read',
    '',
    'Reading List',
  ],
  'sets archived true for items with status archive (csv)': ['read'],
  'sets archived false for items with status unread (csv)': [''],
  'parses a Readwise Reader CSV file with multiple items (csv)': ['tag1,tag2', 'read', 'tag1 | read'],
  'filters out feed items (csv)': ['import/not-saved', ''],
  'handles invalid JSON in DocumentTags (csv)': ['not-json'],
  'handles empty URL (csv)': ['import/no-address'],
  'throws error for invalid Readwise Reader CSV (csv)': ['import/unknown-format'],
  'handles complex tag formatting in Readwise Reader CSV (csv)': ['test', "test,test2,it's crazy", "tag's,another", ''],
  'parses URL | Title lines (txt)': ['', ''],
  'parses plain URL lines without a title (txt)': [''],
  'skips non-URL lines and empty lines (txt)': ['import/no-address', '', 'import/no-address', ''],
  'deduplicates repeated URLs (txt)': ['', ''],
  'returns an error when the link limit is exceeded (html)': [''],
  'imports root links into the Imports collection with tags, date, and description (html)': ['news,tech | note'],
  'creates nested collections and assigns links to the correct parent (html)': ['Recipes', 'Recipes/Desserts'],
  'reuses an existing Imports collection instead of creating a duplicate (html)': ['', ''],
  'falls back to an Untitled Collection when a folder name is empty (html)': ['Unnamed'],
  'skips invalid URLs and only creates links for valid URLs (html)': ['import/no-address', ''],
}

interface Case {
  readonly it: string
  readonly format: string | null
  readonly inputs: Readonly<Record<string, string>>
}

function casesOf(path: string): readonly Case[] {
  return JSON.parse(readFileSync(sharedData(path), 'utf8')) as readonly Case[]
}

const ENDINGS: Readonly<Record<string, string>> = { html: 'html', csv: 'csv', json: 'json' }

describe.skipIf(!hasSharedData)('inputs of other programs’ tests', () => {
  const cases = hasSharedData
    ? [
        ...casesOf('imports/karakeep/parsers-test-cases.json'),
        ...casesOf('imports/linkwarden/importFromHTMLFile-test-cases.json'),
      ]
    : []
  const inputs = cases.flatMap(({ it, inputs: given }) =>
    Object.entries(given).map(([name, text]) => [`${it} (${name})`, name, text] as const),
  )

  test.each(inputs)('%s', async (title, name, text) => {
    const items = await readContent(text, `export.${ENDINGS[name] ?? 'txt'}`)
    expect(items.map(lineOf)).toEqual(EXPECTED[title])
  })
})

/** Where an entry lies, its tags, and what else is said of it; or why it is none. */
function lineOf(item: DraftOrFailure): string {
  if (!item.ok) return item.error.code
  const { marks, content } = item.draft
  const parts = [
    marks.collections.map((way) => way.join('/')).join(' & '),
    marks.tags.join(','),
    marks.state === 'unread' ? '' : marks.state,
    marks.starred ? '*' : '',
    marks.highlights.length > 0 ? 'note' : '',
    content.kind === 'none' ? '' : content.kind,
  ]
  return parts.filter((part) => part !== '').join(' | ')
}

/** Versions of exports that state no date. */
function hasNoDates(path: string): boolean {
  return /instapaper|wallabag-v1/.test(path)
}

function never(): never {
  throw new Error('there is no such item')
}
