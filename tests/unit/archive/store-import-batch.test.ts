import { describe, expect, it } from 'vitest'
import { trashArticles } from '../../../src/main/archive/organise-articles.ts'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import { NOTHING_STATED } from '../../../src/main/import/formats/stated-draft.ts'
import type { DraftHighlight } from '../../../src/main/archive/prepared-article.ts'
import { anArchive, aTextDraft } from '../../support/an-archive.ts'
import { valueOf } from '../../support/value-of.ts'

const FIRST = 'A bridge is planned\n\nThe council wants a bridge. It would cost nine million.\n\nWork begins in May.'
const CHANGED =
  'A bridge is planned\n\nThe council wants a tunnel now. It would cost nine million.\n\nWork begins in June.'

function aHighlight(quote: string | null, note: string | null = null): DraftHighlight {
  return { quote, prefix: '', suffix: '', color: 'yellow', note, tags: ['cost'], created: null }
}

describe('storing what an import prepared', () => {
  it('adds a new article, and says of the same item that it is already there', () => {
    const { bringIn } = anArchive()
    expect(bringIn(aTextDraft(FIRST)).reports[0]?.outcome).toBe('added')
    expect(bringIn(aTextDraft(FIRST)).reports[0]?.outcome).toBe('already')
  })

  it('makes a version of an article whose text changed at the same address', () => {
    const { bringIn, ports } = anArchive()
    const url = 'https://example.org/bridge'
    const first = bringIn(aTextDraft(FIRST, { url })).reports[0]
    const second = bringIn(aTextDraft(CHANGED, { url: `${url}?utm_source=mail#top` })).reports[0]
    expect(second).toMatchObject({ outcome: 'newVersion', uid: first?.uid })
    expect(
      ports.reading
        .article(first!.uid!)
        ?.versions.map(({ number }) => number)
        .toSorted(),
    ).toEqual([1, 2])
    expect(ports.reading.article(first!.uid!)?.text).toContain('tunnel')
  })

  it('knows an item by its service and id, whatever its address', () => {
    const { bringIn } = anArchive()
    const item = { service: 'pocket', sourceId: '17' }
    const first = bringIn(aTextDraft(FIRST, { ...item, url: 'https://example.org/a' })).reports[0]
    const second = bringIn(aTextDraft(CHANGED, { ...item, url: 'https://example.org/b' })).reports[0]
    expect(second).toMatchObject({ outcome: 'newVersion', uid: first?.uid })
  })

  it('makes a changed file without an address a new article', () => {
    const { bringIn } = anArchive()
    bringIn(aTextDraft(FIRST, { fileName: 'bridge.txt' }))
    expect(bringIn(aTextDraft(CHANGED, { fileName: 'bridge.txt' })).reports[0]?.outcome).toBe('added')
  })

  it('places the highlights of an older version on the new one, or lists them as orphans', () => {
    const { bringIn, ports } = anArchive()
    const url = 'https://example.org/bridge'
    const uid = bringIn(aTextDraft(FIRST, { url })).reports[0]!.uid!
    for (const quote of ['It would cost nine million', 'wants a bridge']) {
      const wanted = {
        article: uid,
        quote,
        prefix: '',
        suffix: '',
        color: 'blue',
        note: null,
        tags: [],
        place: null,
      } as const
      valueOf(addHighlight(ports, 'cli', wanted))
    }
    bringIn(aTextDraft(CHANGED.replace('The council wants a tunnel now.', 'Nobody asked the ferrymen.'), { url }))
    const places = ports.reading
      .article(uid)!
      .annotations.map(({ quote, anchors }) => [
        quote?.exact,
        anchors.map(({ version, status }) => `${version} ${status}`),
      ])
    expect(places).toEqual([
      ['It would cost nine million', ['2 placed', '1 placed']],
      ['wants a bridge', ['2 orphan', '1 placed']],
    ])
  })

  it('restores highlights and notes that came with an item, once, and keeps those without a place as orphans', () => {
    const { bringIn, ports } = anArchive()
    const highlights = [
      aHighlight('nine million', 'dear'),
      aHighlight('not in the text'),
      aHighlight(null, 'read again'),
    ]
    const draft = aTextDraft(FIRST, { marks: { ...NOTHING_STATED.marks, highlights } })
    const [report] = bringIn(draft).reports
    expect(report?.notes.map(({ kind }) => kind)).toContain('unplaced-highlight')
    const again = aTextDraft(FIRST, { marks: draft.marks, key: { ...draft.key, key: 'another' } })
    bringIn(again)
    const found = ports.reading
      .article(report!.uid!)!
      .annotations.map((one) => [one.quote?.exact ?? null, one.note, one.anchors[0]?.status ?? null, one.tags])
    expect(found).toEqual([
      ['nine million', 'dear', 'placed', ['cost']],
      ['not in the text', null, 'orphan', ['cost']],
      [null, 'read again', null, ['cost']],
    ])
  })

  it('keeps an item without text as a link, and makes its text a version when it comes', () => {
    const { bringIn, ports } = anArchive()
    const url = 'https://example.org/bridge'
    const link = aTextDraft('', { url, content: { kind: 'none' }, original: null, facts: { title: 'Bridge' } })
    const [first] = bringIn(link).reports
    expect(first?.outcome).toBe('linkOnly')
    expect(ports.reading.title(ports.records.find(first!.uid!)!.id)).toBe('Bridge')
    expect(bringIn(aTextDraft(FIRST, { url })).reports[0]).toMatchObject({ outcome: 'newVersion', uid: first?.uid })
  })

  it('brings an article that is imported again back out of the Trash', () => {
    const { bringIn, ports } = anArchive()
    const uid = bringIn(aTextDraft(FIRST)).reports[0]!.uid!
    valueOf(trashArticles(ports, 'cli', [uid]))
    const [report] = bringIn(aTextDraft(FIRST)).reports
    expect(report).toMatchObject({ outcome: 'already', uid })
    expect(report?.notes.map(({ kind }) => kind)).toContain('restored-from-trash')
    expect(ports.reading.article(uid)?.trashed).toBeNull()
  })

  it('gives an item that is already there the tags and collections of this time', () => {
    const { bringIn, ports } = anArchive()
    const uid = bringIn(aTextDraft(FIRST)).reports[0]!.uid!
    const marks = { ...NOTHING_STATED.marks, tags: ['town'], collections: [['Work', 'Bridges']] }
    expect(bringIn(aTextDraft(FIRST, { marks })).reports[0]?.outcome).toBe('already')
    expect(ports.reading.article(uid)).toMatchObject({ tags: ['town'], collections: ['Work/Bridges'] })
  })

  it('gives every item an outcome when one of them fails, and stores the others', () => {
    const { bringIn } = anArchive()
    const { reports } = bringIn(aTextDraft('One\n\nText.'), aTextDraft('  \n '), aTextDraft('Two\n\nText.'))
    expect(reports.map(({ outcome, reason }) => [outcome, reason?.code ?? null])).toEqual([
      ['added', null],
      ['failed', 'import/empty'],
      ['added', null],
    ])
  })
})
