import { expect, test } from 'vitest'
import { aZip } from '../../../support/a-zip.ts'
import { contentText, readAll } from '../../../support/read-all.ts'

const INFO = JSON.stringify({ URL: 'https://a.example/1', Title: 'A', Labels: [], IsArchived: false })

test('of a Readeck folder only the article is taken, its page found by name; other pages are read by themselves', async () => {
  const other = `<title>Other</title><p>${'Words of another page that lies there. '.repeat(20)}</p>`
  const { drafts } = await readAll(
    aZip([
      { name: 'b/another.html', content: other },
      { name: 'b/index.html', content: '<p>Words of the article.</p>' },
      { name: 'b/info.json', content: INFO },
    ]),
    'r.zip',
  )
  const article = drafts.find(({ format }) => format === 'readeck')
  expect(contentText(article)).toContain('Words of the article.')
  expect(drafts.filter((draft) => contentText(draft).includes('another page'))).toHaveLength(1)
})

test('two files with one id of Readwise Reader are two articles', async () => {
  const id = '01h0000000000000000000000a'
  const { drafts, failures } = await readAll(
    aZip(['One', 'Two'].map((title) => ({ name: `${title} (${id}).html`, content: `<p>Words of ${title}.</p>` }))),
    'r.zip',
  )
  expect(failures).toEqual([])
  expect(drafts.map(contentText).join()).toMatch(/One[^]*Two|Two[^]*One/)
})

test('two pages with one name of Matter are two articles', async () => {
  const { drafts } = await readAll(
    aZip([
      { name: '_matter_history.csv', content: 'Title,Publisher,URL,Word Count,File Id\nA,,https://a.example/1,1,f1\n' },
      { name: 'f1.html', content: '<p>Words of One.</p>' },
      { name: 'more/f1.html', content: '<p>Words of Two.</p>' },
    ]),
    'm.zip',
  )
  expect(drafts.map(contentText).join()).toMatch(/One[^]*Two|Two[^]*One/)
})

test('highlights of Omnivore without entry and text are kept; a file of them that cannot be unpacked is told', async () => {
  const list = { name: 'metadata_0_to_20.json', content: JSON.stringify([{ slug: 's', url: 'https://a.example/1', savedAt: '2024-01-01', readingProgress: 0 }]) } // prettier-ignore
  const lost = { name: 'highlights/lost.md', content: '> Words that someone marked\n' }
  const { drafts, failures } = await readAll(aZip([list, lost]), 'o.zip')
  expect(failures).toEqual([])
  expect(drafts.find(({ facts }) => facts.title === 'lost')?.marks.highlights).toMatchObject([
    { quote: 'Words that someone marked' },
  ])
  const zip = aZip([list, { name: 'highlights/s.md', content: '> Words', packed: Uint8Array.from([255, 255]) }])
  expect((await readAll(zip, 'o.zip')).failures.map(({ source }) => source)).toEqual([
    expect.stringContaining('highlights/s.md'),
  ])
})

test('entities in short highlights of the clipper are read', async () => {
  const entry = { url: 'https://a.example/1', title: 'A', highlights: [{ text: 'AT&amp;T' }] }
  const { drafts } = await readAll(JSON.stringify([entry]), 'c.json')
  expect(drafts[0]?.marks.highlights).toMatchObject([{ quote: 'AT&T' }])
})
