import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { importArticle } from '../../../../src/main/import/import-article.ts'
import { createAnalyser } from '../../../../src/main/search/analyse.ts'
import { contentText, readAll, readPaths } from '../../../support/read-all.ts'
import { hasSharedData, sharedData } from '../../../support/shared-data.ts'

const ports = { analyse: createAnalyser() }
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const MD5 = hash('md5', PNG, 'hex')
const PICTURE = `<resource><data encoding="base64">\n${PNG.toString('base64').replace(/(.{40})/g, '$1\n')}</data><mime>image/png</mime><recognition><![CDATA[<x/>]]></recognition><resource-attributes><file-name>a.png</file-name></resource-attributes></resource>`

function anExport(...notes: readonly string[]): string {
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">\n'
  return `${head}<en-export export-date="20240101T000000Z">${notes.map((note) => `<note>${note}</note>`).join('\n')}</en-export>`
}

function enml(body: string): string {
  return `<content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>${body}</en-note>]]></content>`
}

describe('a notebook of Evernote', () => {
  test('gives each note with title, days, tags, address and the notebook as collection', async () => {
    const { drafts, failures } = await readAll(
      anExport(
        `<title>One &amp; only</title>${enml('<div>Text</div>')}<created>20220624T153000Z</created><updated>20220625T080000Z</updated><tag>sea</tag><tag>light house</tag><note-attributes><author>Ann</author><source>web.clip</source><source-url>https://gull.example/a</source-url></note-attributes>`,
        `<title>Two</title>${enml('<div>More</div>')}<note-attributes><author>Ann</author></note-attributes>`,
      ),
      'Reading.enex',
    )
    expect(failures).toEqual([])
    expect(drafts).toHaveLength(2)
    expect(drafts[0]).toMatchObject({
      url: 'https://gull.example/a',
      facts: { title: 'One & only' },
      captured: '2022-06-25T08:00:00.000Z',
      marks: { added: '2022-06-24T15:30:00.000Z', tags: ['sea', 'light house'], collections: [['Reading']] },
    })
    expect(drafts[1]).toMatchObject({ url: null, facts: { title: 'Two', byline: 'Ann' } })
  })

  test('joins content that is split over several CDATA sections', async () => {
    const split = '<content><![CDATA[<en-note><div>One ]]]]><![CDATA[> two</div></en-note>]]></content>'
    expect(contentText((await readAll(anExport(`<title>T</title>${split}`), 'a.enex')).drafts[0])).toContain(
      'One ]]> two',
    )
  })

  test('finds pictures by the MD5 of their bytes, and tells other attachments by name', async () => {
    const pdf =
      '<resource><data encoding="base64">JVBERi0=</data><mime>application/pdf</mime><resource-attributes><file-name>b.pdf</file-name></resource-attributes></resource>'
    const { drafts } = await readAll(
      anExport(
        `<title>T</title>${enml(`<div>Text<en-media hash="${MD5}" type="image/png"/></div><en-media type="application/pdf" hash="${hash('md5', '%PDF-', 'hex')}"></en-media>`)}${PICTURE}${pdf}`,
      ),
      'a.enex',
    )
    const [draft] = drafts
    if (draft === undefined) throw new Error('nothing was read')
    const result = importArticle(draft, ports)
    if (!result.ok) throw new Error(result.error.code)
    expect(result.value.rendition?.content.html).toMatch(/<img [^>]*src="\/blob\//)
    expect(result.value.rendition?.content.text).toContain('Attachment: b.pdf')
    expect(draft.files.map(({ mediaType }) => mediaType)).toEqual(['image/png', 'application/pdf'])
    expect(new TextDecoder().decode(draft.original?.bytes)).not.toContain(PNG.toString('base64').slice(0, 40))
  })

  test('a picture that the text does not name stands below it', async () => {
    const { drafts } = await readAll(anExport(`<title>T</title>${enml('<div>Text</div>')}${PICTURE}`), 'a.enex')
    expect(contentText(drafts[0])).toMatch(new RegExp(`Text</div>\\s*<p><img src="${MD5}"`))
  })

  test('boxes, tasks, locked passages and links without words', async () => {
    const task = (title: string, status: string): string =>
      `<task><title>${title}</title><created>20240101T000000Z</created><taskStatus>${status}</taskStatus><taskGroupNoteLevelID>g1</taskGroupNoteLevelID></task>`
    const { drafts } = await readAll(
      anExport(
        `<title>T</title>${enml('<div><en-todo checked="true"/>Done</div><div><en-todo/>Open</div><div style="--en-task-group:true; --en-id:g1;"/><en-crypt hint="cat" cipher="AES">xyz</en-crypt><a href="https://x.example/"></a>')}${task('Buy oil', 'open')}${task('Trim wick', 'completed')}`,
      ),
      'a.enex',
    )
    const html = contentText(drafts[0])
    expect(html).toContain('☑ Done')
    expect(html).toContain('☐ Open')
    expect(html).toContain('<ul><li>☐ Buy oil</li><li>☑ Trim wick</li></ul>')
    expect(html).toContain('[locked in Evernote, hint: cat]')
    expect(html).not.toContain('xyz')
    expect(html).toContain('>https://x.example/</a>')
    expect(drafts[0]?.notes).toMatchObject([{ kind: 'unknown-field', details: { field: 'en-crypt' } }])
  })

  test('a note that is nothing but its title is kept as that', async () => {
    const { drafts } = await readAll(anExport(`<title>Only a title</title>${enml('<div><br/></div>')}`), 'a.enex')
    expect(drafts[0]).toMatchObject({ content: { kind: 'none' }, facts: { title: 'Only a title' } })
  })

  test('XML that breaks in the middle costs what is behind it, and entities never grow', async () => {
    const broken = anExport(`<title>One</title>${enml('x')}`, '<title>Two</tit')
    const { drafts, failures } = await readAll(broken, 'a.enex')
    expect(drafts.map(({ facts }) => facts.title)).toEqual(['One'])
    expect(failures).toHaveLength(1)
    const bomb = anExport('<title>&b;</title>').replace(
      /<!DOCTYPE[^>]*>/,
      '<!DOCTYPE en-export [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
    )
    expect((await readAll(bomb, 'a.enex')).drafts).toEqual([])
  })
})

describe.skipIf(!hasSharedData)('real notebooks', () => {
  test('154 notes are read from 116 files, and every one of them is an item', async () => {
    const { drafts, failures } = await readPaths(sharedData('imports/enex-yarle'))
    const notes = drafts.filter(({ format }) => format === 'enex')
    expect(notes).toHaveLength(154)
    // One of them is no XML.
    const broken = failures.filter(({ source }) => source.includes('.enex'))
    expect(broken.map(({ source }) => source)).toEqual([expect.stringContaining('/test.enex')])
    const failed = notes.flatMap((draft) => {
      const result = importArticle(draft, ports)
      return result.ok ? [] : [`${draft.source} ${result.error.code}`]
    })
    expect(failed).toEqual([])
  })
})
