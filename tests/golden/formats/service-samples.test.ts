import { describe, expect, test } from 'vitest'
import { aZip } from '../../support/a-zip.ts'
import { draftsOf, inShort, readContent, readFiles } from '../../support/read-items.ts'

async function shortOf(content: string | Uint8Array, name: string): Promise<readonly Record<string, unknown>[]> {
  return (await readContent(content, name)).map(inShort)
}

function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  return aZip(Object.entries(files).map(([name, content]) => ({ name, content })))
}

describe('Pocket', () => {
  const files = {
    'part_000000.csv':
      'title,url,time_added,cursor,tags,status\nOne,https://a.example/1,1600000000,7,x|two words,archive\n',
    'part_000001.csv': 'title,url,time_added,tags,status\nhttps://a.example/2,https://a.example/2,1600000001,,unread\n',
    'annotations/part_000000.json': JSON.stringify([
      { url: 'https://a.example/1', title: 'One', highlights: [{ quote: 'A line.', created_at: 1600000005 }] },
      { url: 'https://a.example/gone', title: 'Gone', highlights: [{ quote: 'Kept.', created_at: 1600000006 }] },
    ]),
    'collections/best.json': JSON.stringify({
      slug: 'best',
      title: 'The best',
      items: [{ url: 'https://a.example/2', title: 'Two', excerpt: 'In short', note: 'Mine' }],
    }),
  }
  const expected = [
    {
      format: 'pocket',
      url: 'https://a.example/1',
      title: 'One',
      added: '2020-09-13T12:26:40.000Z',
      state: 'read',
      tags: ['x', 'two words'],
      highlights: ['A line.'],
    },
    {
      format: 'pocket',
      url: 'https://a.example/2',
      standfirst: 'In short',
      added: '2020-09-13T12:26:41.000Z',
      collections: ['The best'],
      highlights: [[null, 'Mine']],
    },
    { format: 'pocket', url: 'https://a.example/gone', title: 'Gone', highlights: ['Kept.'] },
  ]

  test('its ZIP of both generations: parts, annotations, collections; what is in no part is kept', async () => {
    expect(await shortOf(zipOf(files), 'pocket.zip')).toEqual(expected)
  })

  test('unpacked, with a file beside that is none of its own', async () => {
    const items = await readFiles({ ...files, 'note.txt': 'A note of mine' })
    expect(items.map(inShort)).toEqual([...expected, { format: 'text', text: 'A note of mine' }])
  })

  test('its HTML tells the state by its headings', async () => {
    const list =
      '<title>Pocket Export</title><h1>Unread</h1><ul><li><a href="https://a.example/1" time_added="1600000000" tags="a,b">One &amp; only</a></li></ul>' +
      '<h1>Read Archive</h1><ul><li><a href="https://a.example/2" time_added="1600000001" tags="">https://a.example/2</a></li></ul>'
    expect(await shortOf(list, 'ril_export.html')).toEqual([
      { format: 'pocket', url: 'https://a.example/1', title: 'One & only', added: '2020-09-13T12:26:40.000Z', tags: ['a', 'b'] }, // prettier-ignore
      { format: 'pocket', url: 'https://a.example/2', added: '2020-09-13T12:26:41.000Z', state: 'read' },
    ])
  })

  test('highlights keep their day', async () => {
    const [first] = draftsOf(await readContent(zipOf(files), 'pocket.zip'))
    expect(first?.marks.highlights[0]?.created).toBe('2020-09-13T12:26:45.000Z')
  })
})

const OMNIVORE = {
  'metadata_0_to_20.json': JSON.stringify([
    {
      id: 'one',
      slug: 'first-1',
      title: 'First',
      description: 'What it is about',
      author: 'Ann Lee',
      url: 'https://a.example/first',
      state: 'Active',
      readingProgress: 40,
      thumbnail: null,
      labels: ['RSS', 'to read'],
      savedAt: '2024-10-29T16:30:11.000Z',
      publishedAt: '2024-10-28T11:57:00.000Z',
    },
    { id: 'two', slug: 'second-2', title: 'Second', url: 'https://a.example/second', state: 'Archived', readingProgress: 0, labels: [], savedAt: '2024-10-29T16:30:12.000Z' }, // prettier-ignore
  ]),
  'content/first-1.html': '<div><p>The first line.</p><p>Another line.</p></div>',
  'highlights/first-1.md':
    '> The first line.\n> \nAnother line.\n\n#good #two words\n\nMy note\nin two lines\n\n> Second quote\n\n',
  'content/lost.html': '<p>Listed nowhere.</p>',
}

describe('Omnivore', () => {
  test('its ZIP, in a folder of its own: text, highlights, labels, state, days; an article that no list names', async () => {
    const inFolder = Object.fromEntries(Object.entries(OMNIVORE).map(([name, text]) => [`export/${name}`, text]))
    expect(await shortOf(zipOf(inFolder), 'omnivore.zip')).toEqual([
      {
        format: 'omnivore',
        id: 'one',
        url: 'https://a.example/first',
        title: 'First',
        standfirst: 'What it is about',
        byline: 'Ann Lee',
        published: '2024-10-28T11:57:00Z',
        text: '<div><p>The first line.</p><p>Another line.</p></div>',
        added: '2024-10-29T16:30:11.000Z',
        state: 'reading',
        tags: ['RSS', 'to read'],
        highlights: [['The first line.\n\nAnother line.', 'My note\nin two lines'], 'Second quote'],
      },
      {
        format: 'omnivore',
        id: 'two',
        url: 'https://a.example/second',
        title: 'Second',
        added: '2024-10-29T16:30:12.000Z',
        state: 'read',
      },
      { format: 'omnivore', text: '<p>Listed nowhere.</p>' },
    ])
  })

  test('a quote runs to the next empty line, its blank lines are marked; labels may have blanks', async () => {
    const [first] = draftsOf(await readFiles(OMNIVORE))
    expect(first?.marks.highlights[0]).toMatchObject({ tags: ['good', 'two words'], color: null, created: null })
  })

  test('of two entries with one name the last is read, and no highlight comes twice', async () => {
    const entries = Object.entries(OMNIVORE).map(([name, content]) => ({ name, content }))
    const again = { name: 'content/first-1.html', content: '<p>The whole of it.</p>' }
    const marks = { name: 'highlights/first-1.md', content: OMNIVORE['highlights/first-1.md'] }
    const [first] = await shortOf(aZip([...entries, again, marks]), 'o.zip')
    expect(first?.['text']).toBe('<p>The whole of it.</p>')
    expect(first?.['highlights']).toHaveLength(2)
  })

  test('an article whose file cannot be read, or is missing, stays as a link', async () => {
    const others = Object.fromEntries(Object.entries(OMNIVORE).filter(([name]) => name !== 'content/first-1.html'))
    for (const file of [{}, { 'content/first-1.html': '' }, { 'content/first-1.pdf': Uint8Array.of(0, 1, 2, 255) }]) {
      const [first] = await readFiles({ ...others, ...file })
      expect(inShort(first ?? never())).toMatchObject({ id: 'one', url: 'https://a.example/first' })
      expect(first?.ok === true ? first.draft.content.kind : null).toBe('none')
    }
  })

  test('a renamed list is known by what is in it', async () => {
    expect(await shortOf(OMNIVORE['metadata_0_to_20.json'], 'omnivore_export.json')).toMatchObject([
      { format: 'omnivore', id: 'one' },
      { format: 'omnivore', id: 'two' },
    ])
  })
})

describe('Readwise', () => {
  const id = '01h0000000000000000000000a'
  const table = [
    'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
    `Kept,https://a.example/kept,${id},"['a', ""b's""]",2022-11-06 04:33:50+00:00,0.5,later,True`,
    'Archived,https://a.example/old,01h0000000000000000000000b,[],2022-11-06 04:33:50+00:00,1,archive,TRUE',
    'Feed,https://a.example/feed,01h0000000000000000000000c,[],2022-11-06 04:33:50+00:00,0,feed,False',
  ].join('\n')
  const kept = {
    format: 'readwise-reader',
    id,
    url: 'https://a.example/kept',
    title: 'Kept',
    added: '2022-11-06T04:33:50.000Z',
    state: 'reading',
    tags: ['a', "b's"],
  }

  test('Reader’s table: tags as Python writes them, states, and feed items told apart', async () => {
    const [first, second, third] = await shortOf(table, 'library.csv')
    expect(first).toEqual(kept)
    expect(second).toMatchObject({ state: 'read' })
    expect(third).toEqual({ failed: 'import/not-saved' })
  })

  test('Reader’s table beside its files: joined by the id in a file’s name', async () => {
    const page = '<article><p>The text of it.</p></article>'
    const items = await readFiles({ 'library.csv': table, [`Kept, and more (${id}).html`]: page })
    expect(items.map(inShort)[0]).toEqual({ ...kept, text: page })
    expect(items).toHaveLength(3)
  })

  test('Reader’s files without the table keep their id, so that the table finds them later', async () => {
    const zip = zipOf({ [`A title (${id}).html`]: '<p>Text</p>' })
    expect(await shortOf(zip, 'files.zip')).toEqual([
      { format: 'readwise-reader', id, title: 'A title', text: '<p>Text</p>' },
    ])
  })

  test('highlights: one item a work, quotes over several lines, own tags with a dot', async () => {
    const text = [
      'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags',
      '"One\nline",A Work,Ann Lee,,,pink,".favorite,b",order,1,2022-11-06 04:33:50+00:00,"x, y"',
      'Other,Else,Bo,,,,,order,1,2022-11-06 04:33:50+00:00,',
      'Two,A Work,Ann Lee,,Mine,yellow,,order,2,2022-11-06 04:33:51+00:00,',
    ].join('\n')
    const [work] = draftsOf(await readContent(text, 'readwise-data.csv'))
    expect(work).toMatchObject({
      url: null,
      joins: { title: 'A Work', author: 'Ann Lee' },
      facts: { title: 'A Work', byline: 'Ann Lee' },
      marks: {
        tags: ['x', 'y'],
        highlights: [
          { quote: 'One\nline', color: 'red', tags: ['favorite', 'b'], created: '2022-11-06T04:33:50.000Z' },
          { quote: 'Two', note: 'Mine', color: 'yellow' },
        ],
      },
    })
  })
})

describe('Matter', () => {
  const newer =
    'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id\n' +
    'One,Ann Lee,The Paper,https://a.example/1,a;b c,100,True,True,True,1,2023-01-01,f1\n' +
    'Two,,,https://a.example/2,,100,True,False,False,0,2023-01-01,\n'
  const highlights = 'Title,Author,Publisher,Text,Highlighted Date\nOne,,,A quote,2023-02-03\nGone,,,Other,2023-02-03\n'

  test('its archive: pages by file id, highlights by title, and what belongs to no article waits', async () => {
    const zip = zipOf({ '_matter_history.csv': newer, '_matter_highlights.csv': highlights, 'f1.html': '<p>Text.</p>' })
    expect(await shortOf(zip, 'Archive.zip')).toEqual([
      {
        format: 'matter',
        url: 'https://a.example/1',
        title: 'One',
        byline: 'Ann Lee',
        publication: 'The Paper',
        text: '<p>Text.</p>',
        state: 'read',
        starred: true,
        tags: ['a', 'b c'],
        highlights: ['A quote'],
      },
      { format: 'matter', url: 'https://a.example/2', title: 'Two' },
      { format: 'matter', title: 'Gone', highlights: ['Other'] },
    ])
  })

  test('the last interaction is not the day it was saved', async () => {
    const [first] = draftsOf(await readContent(newer, '_matter_history.csv'))
    expect(first?.marks.added).toBeNull()
    expect(first?.notes).toContainEqual({
      kind: 'unknown-field',
      details: { field: 'last interaction date', value: '2023-01-01' },
    })
  })

  test('the older history without tags and stars is read too', async () => {
    const older =
      'Title,Author,Publisher,URL,Word Count,Saved,Read,Highlight Count,Last Interaction Date,File Id\nA,,,https://a.example,1,True,True,0,,\n'
    expect(await shortOf(older, 'history.csv')).toMatchObject([{ format: 'matter', state: 'read' }])
  })
})

describe('wallabag', () => {
  const content = '<h2>Head</h2><p>First.</p><p>Twice told, twice told.</p>'
  const entry = {
    id: 5,
    title: 'Sans titre',
    url: 'https://a.example/5',
    is_archived: 1,
    is_starred: 0,
    content,
    created_at: '2016-09-08T11:55:58+0200',
    published_by: ['Ann Lee', 'Bo'],
    language: 'en_GB',
    tags: ['a'],
    annotations: [
      {
        text: 'Mine',
        quote: 'twice told',
        ranges: [{ start: '/p[2]', startOffset: '12', end: '/p[2]', endOffset: '22' }],
      },
      { text: '', quote: 'First.', ranges: [{ start: '/p[9]', startOffset: '0', end: '/p[9]', endOffset: '4' }] },
    ],
  }

  test('annotations are placed by their XPaths where these lead to the quote, else by the quote alone', async () => {
    const [draft] = draftsOf(await readContent(JSON.stringify([entry]), 'wallabag.json'))
    expect(draft?.marks.highlights).toMatchObject([
      { quote: 'twice told', note: 'Mine', suffix: '.' },
      { quote: 'First.', note: null, prefix: 'Head\n', suffix: '\nTwice told, twice told.' },
    ])
    expect(draft?.marks.highlights[0]?.prefix).toMatch(/Twice told, $/)
    expect(draft?.facts).toEqual({ byline: 'Ann Lee, Bo', language: 'en' })
    expect(draft?.marks.state).toBe('read')
  })

  test('an error page in place of the article is no article', async () => {
    const broken = { ...entry, content: "<p>wallabag can't retrieve contents for this article. Please report it.</p>" }
    const [draft] = draftsOf(await readContent(JSON.stringify([broken]), 'w.json'))
    expect(draft?.content.kind).toBe('none')
    expect(draft?.notes.map(({ kind }) => kind)).toContain('no-article-found')
  })
})

describe('Readeck', () => {
  const info = {
    URL: 'https://a.example/r',
    Title: 'Ünïcode',
    Created: '2024-01-02T03:04:05.123456789Z',
    Labels: ['x'],
    IsArchived: true,
    IsMarked: true,
    Annotations: [
      { id: '1', start_selector: 'p[1]', start_offset: 2, end_selector: 'p[1]', end_offset: 6, color: 'blue', text: 'word', created: '2024-01-03T00:00:00Z' }, // prettier-ignore
    ],
  }

  test('a folder a bookmark; offsets count code points', async () => {
    const zip = zipOf({
      'b1/info.json': JSON.stringify(info),
      'b1/index.html': '<p>😀 word and word</p>',
      'b2/info.json': JSON.stringify({ ...info, URL: 'https://a.example/s', Annotations: [] }),
    })
    const drafts = draftsOf(await readContent(zip, 'readeck.zip'))
    expect(drafts.map(({ url, content }) => [url, content.kind])).toEqual([
      ['https://a.example/r', 'article'],
      ['https://a.example/s', 'none'],
    ])
    expect(drafts[0]?.marks).toMatchObject({
      added: '2024-01-02T03:04:05.123Z',
      state: 'read',
      starred: true,
      tags: ['x'],
      highlights: [{ quote: 'word', prefix: '😀 ', suffix: ' and word', color: 'blue' }],
    })
  })
})

describe('tables and lists of bookmark services', () => {
  test('Raindrop: folders as they are written, tags that trail, highlights by line', async () => {
    const text =
      'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n' +
      '1,A,Mine,Short,https://a.example/1,Work / A/B,"x, x, ",2023-01-02T03:04:05.000Z,,"One\nTwo",true\n' +
      '2,B,,,https://a.example/2,Unsorted,,1600000000,,,false\n'
    expect(await shortOf(text, 'export.csv')).toEqual([
      {
        format: 'raindrop',
        id: '1',
        url: 'https://a.example/1',
        title: 'A',
        standfirst: 'Short',
        added: '2023-01-02T03:04:05.000Z',
        starred: true,
        tags: ['x'],
        collections: ['Work / A/B'],
        highlights: ['One', 'Two', [null, 'Mine']],
      },
      { format: 'raindrop', id: '2', url: 'https://a.example/2', title: 'B', added: '2020-09-13T12:26:40.000Z' },
    ])
  })

  test('Instapaper: tags as JSON in a cell, the selection as a note', async () => {
    const text =
      'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example,A,Chosen,Unread,1600000000,"[""a"",""b c""]"\n'
    expect(await shortOf(text, 'i.csv')).toMatchObject([
      { tags: ['a', 'b c'], highlights: [[null, 'Chosen']], added: '2020-09-13T12:26:40.000Z' },
    ])
  })

  test('mymind: cards with an address are links, those without are their text', async () => {
    const text =
      'id,type,title,url,content,note,tags,created\n' +
      '1,WebPage,A,https://a.example,Marked,Mine,"x,y",2023-01-02T03:04:05Z\n2,Note,,,# My own words,,,2023-01-02T03:04:05Z\n'
    expect(await shortOf(text, 'cards.csv')).toMatchObject([
      { url: 'https://a.example', tags: ['x', 'y'], highlights: [[null, 'Mine']] },
      { id: '2', text: '# My own words' },
    ])
  })

  test('GoodLinks', async () => {
    const text = JSON.stringify([
      { title: 'A', url: 'https://a.example', originalURL: 'https://a.example/?x', tags: ['t'], starred: true, summary: 'S', addedAt: 1600000000.5, readAt: 1600000001 }, // prettier-ignore
    ])
    expect(await shortOf(text, 'goodlinks.json')).toEqual([
      { format: 'goodlinks', url: 'https://a.example', title: 'A', standfirst: 'S', added: '2020-09-13T12:26:40.500Z', state: 'read', starred: true, tags: ['t'] }, // prettier-ignore
    ])
  })

  test('Linkwarden: the day of import goes first, pins are stars, uploads have no address, the account is not read', async () => {
    const text = JSON.stringify({
      name: 'Me',
      email: 'me@example.org',
      collections: [
        {
          id: 2,
          name: 'In',
          parentId: 1,
          links: [
            { id: 7, name: 'A', type: 'url', url: 'https://a.example', description: 'D', tags: [{ name: 't' }], importDate: '2020-01-01T00:00:00Z', createdAt: '2024-01-01T00:00:00Z' }, // prettier-ignore
            { id: 8, name: 'Upload', type: 'pdf', url: null, tags: [] },
          ],
        },
        { id: 1, name: 'Out', parentId: 2, links: [] },
      ],
      pinnedLinks: [{ id: 7 }],
    })
    const items = await readContent(text, 'backup.json')
    expect(items.map(inShort)).toMatchObject([
      { added: '2020-01-01T00:00:00.000Z', starred: true, collections: ['Out/In'], tags: ['t'], standfirst: 'D' },
      { failed: 'import/no-address' },
    ])
    expect(JSON.stringify(items)).not.toContain('me@example.org')
  })

  test('Karakeep: without lists too; texts are articles; a smart list is no place', async () => {
    const bookmark = { createdAt: 1600000000, title: null, tags: ['t'], note: 'Mine', archived: true }
    const old = {
      bookmarks: [
        { ...bookmark, content: { type: 'text', text: 'My words' } },
        { ...bookmark, content: null },
      ],
    }
    expect(await shortOf(JSON.stringify(old), 'k.json')).toMatchObject([
      { text: 'My words', state: 'read', tags: ['t'], highlights: [[null, 'Mine']] },
      // The note is something to keep, though of what is not known.
      { highlights: [[null, 'Mine']] },
    ])
    const lists = [{ id: 's', name: 'Smart', type: 'smart', parentId: null }]
    const smart = {
      lists,
      bookmarks: [{ ...bookmark, lists: ['s'], content: { type: 'link', url: 'https://a.example' } }],
    }
    const [only] = await shortOf(JSON.stringify(smart), 'k.json')
    expect(only?.['collections']).toBeUndefined()
  })
})

describe('bookmarks in Netscape’s HTML', () => {
  const file = (inside: string): string =>
    `\ufeff\n<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>B</TITLE><H1>B</H1>\n<DL><p>\n${inside}</DL><p>`

  test('notes, entities, tags by comma or blank, read by TOREAD, unclosed as it comes', async () => {
    const text = file(
      '<DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">A &amp; B</H3>\n<DD>Of the folder\n<DL><p>\n' +
        '<DT><A HREF="https://a.example/?a=1&amp;b=2" ADD_DATE="1600000000" TAGS="x,y z" TOREAD="0">T &lt;1&gt; &#x2014; a</A>\n<DD>A note<BR>in two lines\n' +
        '<DT><A HREF="https://a.example/2" TAGS="x y" TOREAD="1" PRIVATE="1">Two</A>\n</DL><p>\n<script src="x"></script>',
    )
    expect(await shortOf(text, 'b.html')).toEqual([
      {
        format: 'netscape-bookmarks',
        url: 'https://a.example/?a=1&b=2',
        title: 'T <1> — a',
        added: '2020-09-13T12:26:40.000Z',
        state: 'read',
        tags: ['x', 'y z'],
        collections: ['A & B'],
        highlights: [[null, 'A note\nin two lines']],
      },
      {
        format: 'netscape-bookmarks',
        url: 'https://a.example/2',
        title: 'Two',
        tags: ['x', 'y'],
        collections: ['A & B'],
      },
    ])
  })

  test('scripts, places and other addresses that no page has are told, not lost', async () => {
    const bad = ['javascript:alert(1)', 'place:sort=8', 'ftp://a.example/x', 'about:blank', 'data:text/html,x']
    const text = file(bad.map((url) => `<DT><A HREF="${url}">x</A>`).join('\n'))
    expect(await shortOf(text, 'b.html')).toEqual(bad.map(() => ({ failed: 'import/no-address' })))
  })

  test('addresses that Karakeep escaped twice are escaped once again; others are left alone', async () => {
    const links = ['a%2520b', 'a%20b?u=c%2520d'].map(
      (way) => `<DT><A HREF="https://a.example/${way}" ADD_DATE="1" TAGS="x">x</A>`,
    )
    const browser = file(links.join('').replaceAll(' TAGS="x"', ' ICON="x"'))
    expect((await shortOf(browser, 'b.html')).map(({ url }) => url)).toContain('https://a.example/a%2520b')
    const text = `<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><DL><p>${links.join('')}</DL>`
    expect((await shortOf(text, 'b.html')).map(({ url }) => url)).toEqual([
      'https://a.example/a%20b',
      'https://a.example/a%20b?u=c%2520d',
    ])
  })
})

describe('annotations of other programs', () => {
  const annotation = {
    uri: 'https://a.example/h',
    document: { title: ['A page'] },
    created: '2024-01-02T03:04:05.123456+00:00',
  }
  const json = JSON.stringify({
    export_date: '2024-01-01',
    export_userid: 'me',
    annotations: [
      {
        ...annotation,
        id: '1',
        text: 'My *note*',
        tags: ['t'],
        target: [
          {
            source: annotation.uri,
            selector: [
              {
                type: 'RangeSelector',
                startContainer: '/div[1]',
                startOffset: 0,
                endContainer: '/div[1]',
                endOffset: 3,
              },
              { type: 'TextQuoteSelector', exact: 'the words', prefix: 'before ', suffix: ' after' },
            ],
          },
        ],
      },
      { ...annotation, id: '2', text: 'A note on the page', tags: [], target: [{ source: annotation.uri }] },
      { ...annotation, id: '3', text: 'A reply', tags: [], references: ['1'], target: [{ source: annotation.uri }] },
      { ...annotation, uri: 'urn:x-pdf:12', id: '4', text: '', tags: [], target: [] },
    ],
  })

  test('Hypothesis in JSON: by page, with quote and context; notes and replies stay notes', async () => {
    const [page, other] = await readContent(json, 'hypothesis.json')
    expect(inShort(page ?? never())).toEqual({
      format: 'hypothesis',
      url: 'https://a.example/h',
      title: 'A page',
      highlights: [
        ['the words', 'My *note*'],
        [null, 'A note on the page'],
        [null, 'A reply'],
      ],
    })
    expect(page?.ok === true ? page.draft.marks.highlights[0] : null).toMatchObject({
      prefix: 'before ',
      suffix: ' after',
      tags: ['t'],
      created: '2024-01-02T03:04:05.123Z',
    })
    expect(inShort(other ?? never())).toEqual({ failed: 'import/no-address' })
  })

  test('Hypothesis as a table', async () => {
    const text =
      'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n' +
      '2024-01-02T03:04:05Z,me,,https://a.example/h,Public,Annotation,the words,Mine,"a,b"\n' +
      '2024-01-02T03:04:06Z,me,,https://a.example/h,Public,Page note,,On the page,\n'
    expect(await shortOf(text, 'h.csv')).toEqual([
      {
        format: 'hypothesis',
        url: 'https://a.example/h',
        highlights: [
          ['the words', 'Mine'],
          [null, 'On the page'],
        ],
      },
    ])
  })

  test('Obsidian’s clipper: exact words and context from data, else the short list', async () => {
    const text = JSON.stringify([
      {
        url: 'https://a.example/c',
        title: 'C',
        highlights: [{ text: 'the words', timestamp: '2024-01-02T03:04:05Z' }],
        data: [
          { id: '1704164645000', type: 'text', xpath: '/html/body/p', content: '<p>the <b>words</b></p>', startOffset: 0, endOffset: 9, textQuote: { prefix: 'a ', suffix: ' z' }, notes: ['One', 'Two'] }, // prettier-ignore
        ],
      },
      { url: 'https://a.example/d', highlights: [{ text: 'older', timestamp: '2024-01-02T03:04:05Z' }] },
    ])
    const [first, second] = draftsOf(await readContent(text, 'highlights.json'))
    expect(first?.marks.highlights).toEqual([
      { quote: 'the words', prefix: 'a ', suffix: ' z', note: 'One\n\nTwo', color: null, tags: [], created: '2024-01-02T03:04:05.000Z' }, // prettier-ignore
    ])
    expect(second?.marks.highlights).toMatchObject([{ quote: 'older', created: '2024-01-02T03:04:05.000Z' }])
  })
})

function never(): never {
  throw new Error('there is no such item')
}

describe('Outlines and sessions', () => {
  test('OPML: every outline with an address is a link in the outlines above it, of a feed the site', async () => {
    const outline = `<?xml version="1.0"?><!-- mine --><opml version="1.0"><head><title>Mine</title></head><body>
      <outline text="Sea &amp; ice" title="Sea &amp; ice"><outline text="Ships">
        <outline text="Weekly" type="rss" xmlUrl="https://a.example/feed.xml" htmlUrl="https://a.example/"/></outline>
        <outline text="A feed alone" type="rss" xmlUrl="https://b.example/feed"/>
        <outline text="A link" type="link" url="https://c.example/x" created="Mon, 31 Oct 2005 18:21:33 GMT" category="/ice/thick,cold"/>
      </outline><outline text="Only words"/><outline text="Script" url="javascript:alert(1)"/></body></opml>`
    expect(await shortOf(outline, 'feeds.opml')).toEqual([
      { format: 'opml', url: 'https://a.example/', title: 'Weekly', collections: ['Sea & ice/Ships'] },
      { format: 'opml', url: 'https://b.example/feed', title: 'A feed alone', collections: ['Sea & ice'] },
      {
        format: 'opml',
        url: 'https://c.example/x',
        title: 'A link',
        added: '2005-10-31T18:21:33.000Z',
        tags: ['ice', 'thick', 'cold'],
        collections: ['Sea & ice'],
      },
    ])
    const cut = (await readContent(outline.slice(0, 420), 'feeds.opml')).map(inShort)
    expect(cut.at(-1)).toEqual({ failed: 'import/malformed' })
  })

  test("Tab Session Manager: tabs in a collection of the session's name, the browser's own pages left out", async () => {
    const tabs = {
      4: { id: 4, url: 'https://a.example/1', title: 'One' },
      5: { id: 5, url: 'about:config', title: 'Settings' },
    }
    const session = { windowsNumber: 2, tabsNumber: 3, name: 'Evening', date: 1600000000000, tag: ['regular', 'ice'] }
    const windows = { 1: tabs, 2: { 9: { id: 9, url: 'https://a.example/2', title: 'Two' } } }
    const sessions = JSON.stringify([{ ...session, windows, sessionStartTime: 1, id: 's' }])
    const same = { format: 'tab-sessions', added: '2020-09-13T12:26:40.000Z', tags: ['ice'], collections: ['Evening'] }
    expect(await shortOf(sessions, 'sessions.json')).toEqual([
      { ...same, url: 'https://a.example/1', title: 'One' },
      { ...same, url: 'https://a.example/2', title: 'Two' },
    ])
  })
})
