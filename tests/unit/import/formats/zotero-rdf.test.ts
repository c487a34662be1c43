import { describe, expect, test } from 'vitest'
import { aPdf } from '../../../support/a-pdf.ts'
import { aZip } from '../../../support/a-zip.ts'
import { contentText, readAll } from '../../../support/read-all.ts'

const HEAD =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">'
const ARTICLE = `<bib:Article rdf:about="https://gull.example/a"><z:itemType>journalArticle</z:itemType>
<dcterms:isPartOf rdf:resource="urn:issn:1"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lee</foaf:surname><foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
<dcterms:isReferencedBy rdf:resource="#item_2"/><link:link rdf:resource="#item_3"/><link:link rdf:resource="#item_4"/>
<dc:subject>sea</dc:subject><dc:subject><z:AutomaticTag><rdf:value>light</rdf:value></z:AutomaticTag></dc:subject>
<dc:title>The Light</dc:title><dcterms:abstract>The abstract.</dcterms:abstract><dc:date>2022-06</dc:date><z:language>en</z:language>
<dc:identifier><dcterms:URI><rdf:value>https://gull.example/a</rdf:value></dcterms:URI></dc:identifier></bib:Article>
<bib:Journal rdf:about="urn:issn:1"><dc:title>Gull</dc:title><dc:identifier>DOI 10.1000/x</dc:identifier></bib:Journal>
<bib:Memo rdf:about="#item_2"><rdf:value>&lt;p&gt;My &lt;b&gt;note&lt;/b&gt;&lt;/p&gt;</rdf:value></bib:Memo>
<z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType><z:path rdf:resource="files/3/a.pdf"/></z:Attachment>
<z:Attachment rdf:about="#item_4"><z:itemType>attachment</z:itemType><z:path rdf:resource="files/4/page.html"/><dc:identifier><dcterms:URI><rdf:value>https://gull.example/page</rdf:value></dcterms:URI></dc:identifier></z:Attachment>`
const COLLECTIONS = `<z:Collection rdf:about="#c1"><dc:title>Sea</dc:title><dcterms:hasPart rdf:resource="#c2"/></z:Collection>
<z:Collection rdf:about="#c2"><dc:title>Lights</dc:title><dcterms:hasPart rdf:resource="https://gull.example/a"/><dcterms:hasPart rdf:resource="#c2"/></z:Collection>`
const RDF = `${HEAD}${ARTICLE}${COLLECTIONS}</rdf:RDF>`

describe('a library of Zotero', () => {
  test('gives each work with its facts, tags, notes and collections; its abstract is the text', async () => {
    const { drafts, failures } = await readAll(RDF, 'Library.rdf')
    expect(failures).toEqual([])
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({
      url: 'https://gull.example/a',
      facts: { title: 'The Light', byline: 'Ann Lee', publication: 'Gull', published: '2022-06', language: 'en' },
      marks: {
        tags: ['sea', 'light'],
        collections: [['Sea', 'Lights']],
        highlights: [{ quote: null, note: 'My note' }],
      },
    })
    expect(contentText(drafts[0])).toContain('The abstract.')
  })

  test('with its files: the page that was saved is the text, the PDF when there is none', async () => {
    const library = { name: 'Library/Library.rdf', content: RDF }
    const page = { name: 'Library/files/4/page.html', content: '<title>x</title><p>The whole text of the page.</p>' }
    const file = { name: 'Library/files/3/a.pdf', content: aPdf([[{ x: 72, y: 700, text: 'Text of the PDF.' }]]) }
    const [both] = (await readAll(aZip([library, page, file]), 'a.zip')).drafts
    expect(contentText(both)).toContain('The whole text of the page.')
    expect(both).toMatchObject({ url: 'https://gull.example/page', facts: { title: 'The Light', byline: 'Ann Lee' } })
    const [alone] = (await readAll(aZip([library, file]), 'a.zip')).drafts
    expect(alone).toMatchObject({ format: 'pdf', facts: { title: 'The Light' }, marks: { tags: ['sea', 'light'] } })
  })

  test('files that the library never names are items of their own; those beside a named one are part of it', async () => {
    const entries = [
      { name: 'a.rdf', content: RDF },
      { name: 'files/4/page.html', content: '<title>x</title><p>The whole text of the page.</p>' },
      { name: 'files/4/page_files/more.html', content: '<title>y</title><p>A frame of the page.</p>' },
      { name: 'files/77/kept.html', content: '<title>Kept</title><p>Nobody names this page, but here it is.</p>' },
    ]
    const { drafts, failures } = await readAll(aZip(entries), 'a.zip')
    expect(failures).toEqual([])
    expect(drafts.map(({ source }) => source)).toEqual(['a.zip#files/4/page.html', 'a.zip#files/77/kept.html'])
  })

  test('files and notes that belong to no work are items; second files are kept, those that cannot be read are told', async () => {
    const alone = `<z:Attachment rdf:about="#item_8"><z:itemType>attachment</z:itemType><dc:title>Alone</dc:title><z:path rdf:resource="files/8/b.pdf"/></z:Attachment>
<bib:Memo rdf:about="#item_9"><rdf:value>&lt;p&gt;A thought&lt;/p&gt;&lt;p&gt;of mine&lt;/p&gt;</rdf:value></bib:Memo>`
    const library = { name: 'a.rdf', content: RDF.replace('</rdf:RDF>', `${alone}</rdf:RDF>`) }
    const pdf = (text: string) => aPdf([[{ x: 72, y: 700, text }]])
    const second = { name: 'files/3/a.pdf', content: pdf('Text of the second.') }
    const page = { name: 'files/4/page.html', content: '<title>x</title><p>The whole text of the page.</p>' }
    const lone = { name: 'files/8/b.pdf', content: pdf('Text of the lone file.') }
    const { drafts, failures } = await readAll(aZip([library, page, second, lone]), 'a.zip')
    expect(failures).toEqual([])
    expect(drafts.map(({ format, url, facts }) => [format, url, facts.title])).toEqual([
      [expect.any(String), 'https://gull.example/page', 'The Light'],
      ['pdf', null, 'The Light'],
      ['pdf', null, 'Alone'],
      ['zotero-rdf', null, 'A thought'],
    ])
    expect(drafts.map(({ marks }) => marks.highlights.map(({ note }) => note))).toEqual([
      ['My note'],
      [],
      [],
      [expect.stringMatching(/A thought\s+of mine/)],
    ])
    const broken = { ...second, content: 'no PDF', packed: Uint8Array.from([255, 255]) }
    const told = await readAll(aZip([library, broken]), 'a.zip')
    expect(told.drafts[0]?.notes.map(({ kind }) => kind)).toContain('no-article-found')
    expect((await readAll(aZip([library, page, broken]), 'a.zip')).failures).toHaveLength(1)
  })

  test('broken XML is refused with the reason, and a path out of the folder leads nowhere', async () => {
    expect((await readAll(RDF.slice(0, 2000), 'a.rdf')).failures[0]?.error.code).toBe('import/malformed')
    const out = RDF.replace('files/4/page.html', '../../../etc/passwd').replace('files/3/a.pdf', '/etc/passwd')
    const [draft] = (
      await readAll(
        aZip([
          { name: 'a.rdf', content: out },
          { name: 'files/x', content: 'x' },
        ]),
        'a.zip',
      )
    ).drafts
    expect(contentText(draft)).toContain('The abstract.')
  })
})
