import { describe, expect, it } from 'vitest'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import type { NoteListAnswer, NoteListRequest } from '../../../src/shared/model/note-list.ts'
import { aGate } from '../../support/a-gate.ts'
import { aTextDraft } from '../../support/an-archive.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const NOBODY = '01900000-0000-7000-8000-000000000000' as ArticleUid
const STORY = 'Two bells\n\nThe bell rang at noon.\n\nThen the bell rang again.'

function world() {
  const gate = aGate()
  const uid = gate.archive.addText(STORY)
  const article = async (wanted = uid) =>
    valueOf(await gate.client.request('article.get', { uid: wanted, version: null }))
  const row = async (query = '') => {
    const list = { query, sort: 'added', direction: 'down', limit: 9, offset: 0 } as const
    return valueOf(await gate.client.request('article.list', list)).rows[0]
  }
  const highlight = async (quote: string, note: string | null = null, color: 'red' | 'blue' = 'red') => {
    const wanted = { article: uid, quote, prefix: '', suffix: '', color, note, tags: [], place: null }
    return valueOf(await gate.client.request('annotation.highlight', wanted))
  }
  return { ...gate, uid, article, row, highlight }
}

describe('the overview', () => {
  it('counts what lies outside the Trash, and what lies in it', async () => {
    const { client, archive, uid, highlight } = world()
    const other = archive.addText('Coffee is grown on plains.')
    await highlight('rang at noon')
    valueOf(await client.request('article.mark', { articles: [uid], state: 'read', starred: true }))
    const before = valueOf(await client.request('archive.overview', {}))
    expect(before).toMatchObject({ articles: 2, unread: 1, starred: 1, notes: 1, trash: 0, collections: [], tags: [] })
    expect(before.bytes).toBeGreaterThan(100_000)
    valueOf(await client.request('article.trash', { articles: [uid, other], trashed: true }))
    const after = valueOf(await client.request('archive.overview', {}))
    expect(after).toMatchObject({ articles: 0, unread: 0, starred: 0, notes: 0, trash: 2 })
  })
})

describe('a reading position', () => {
  it('is remembered, moves the furthest read on but never back, and makes an unread article one being read', async () => {
    const { client, uid, article, row, archive } = world()
    const stop = (offset: number) => client.request('article.position', { uid, version: 1, rendition: 1, offset })
    expect((await article()).position).toEqual({ stopped: null, furthest: null })
    const { length } = (await article()).text
    valueOf(await stop(30))
    valueOf(await stop(10))
    const place = { version: 1, rendition: 1 }
    expect(await article()).toMatchObject({
      state: 'reading',
      position: {
        stopped: { ...place, offset: 10, share: 10 / length },
        furthest: { ...place, offset: 30, share: 30 / length },
      },
    })
    expect(await row('is:reading')).toMatchObject({ uid, foreEdge: { read: 30 / length, flags: [] } })
    valueOf(await stop(length + 100))
    expect((await article()).position.furthest?.share).toBe(1)
    expect(archive.ports.history.gestures(9).map(({ actor }) => actor)).toEqual(['import'])
  })

  it('is no reason why a star could not be taken back', async () => {
    const { client, uid, article } = world()
    valueOf(await client.request('article.mark', { articles: [uid], state: null, starred: true }))
    valueOf(await client.request('article.position', { uid, version: 1, rendition: 1, offset: 5 }))
    valueOf(await client.request('gesture.undo', { gesture: null }))
    expect(await article()).toMatchObject({ starred: false, state: 'reading' })
  })

  it('is found again by its words in a new text', async () => {
    const { client, archive } = aGate()
    const page = { url: 'https://example.org/bells' }
    const { reports } = archive.bringIn(aTextDraft(STORY, page))
    const uid = reports[0]?.uid ?? NOBODY
    const get = async () => valueOf(await client.request('article.get', { uid, version: null }))
    const offset = (await get()).text.indexOf('Then the bell')
    valueOf(await client.request('article.position', { uid, version: 1, rendition: 1, offset }))
    archive.bringIn(
      aTextDraft(`${STORY.replace('noon.', 'noon, as it does on every day of the week.')} The end.`, page),
    )
    const { position, text } = await get()
    expect(position.stopped).toMatchObject({ version: 2, rendition: 1 })
    expect(text.slice(position.stopped?.offset)).toMatch(/^Then the bell/)
  })

  it('is refused in an article or text that is not there', async () => {
    const { client, uid } = world()
    const code = async (wanted: ArticleUid, version: number) =>
      errorOf(await client.request('article.position', { uid: wanted, version, rendition: 1, offset: 0 })).code
    expect(await code(NOBODY, 1)).toBe('archive/article-not-found')
    expect(await code(uid, 2)).toBe('archive/version-not-found')
  })
})

describe('a row of a list', () => {
  it('shows how the text begins, how it runs, and where it is marked', async () => {
    const { client, uid, row, highlight, article } = world()
    await highlight('noon')
    await highlight('Then', null, 'blue')
    const { text } = await article()
    expect(await row()).toMatchObject({
      excerpt: 'The bell rang at noon. Then the bell rang again.',
      direction: 'ltr',
      leadImage: null,
      mediaType: 'text/plain',
      foreEdge: {
        read: 0,
        flags: [
          { at: text.indexOf('noon') / text.length, color: 'red' },
          { at: text.indexOf('Then') / text.length, color: 'blue' },
        ],
      },
    })
    valueOf(await client.request('article.mark', { articles: [uid], state: 'read', starred: null }))
    expect((await row())?.foreEdge.read).toBe(1)
    const found = valueOf(await client.request('article.search', { query: 'bell', match: 'all', limit: 9, offset: 0 }))
    expect(found.hits[0]?.row).toEqual(await row())
    expect(found.hits[0]?.characters).toBe(text.length)
  })

  it('shows at most 40 flags, from the whole text', async () => {
    const { client, archive } = aGate()
    const uid = archive.addText(Array.from({ length: 60 }, (_, index) => `Line number ${String(index)}x.`).join('\n\n'))
    for (let index = 0; index < 60; index++) {
      const wanted = { article: uid, quote: `number ${String(index)}x`, prefix: '', suffix: '', color: 'red' } as const
      valueOf(await client.request('annotation.highlight', { ...wanted, note: null, tags: [], place: null }))
    }
    const list = { query: '', sort: 'added', direction: 'down', limit: 1, offset: 0 } as const
    const flags = valueOf(await client.request('article.list', list)).rows[0]?.foreEdge.flags ?? []
    expect(flags).toHaveLength(40)
    expect(flags.at(-1)?.at).toBeGreaterThan(0.9)
    expect(flags.map(({ at }) => at)).toEqual(flags.map(({ at }) => at).toSorted((one, other) => one - other))
  })
})

describe('a highlight by its place', () => {
  it('is put exactly there, however often its words stand in the text', async () => {
    const { client, uid, article } = world()
    const { text } = await article()
    const start = text.lastIndexOf('bell rang')
    const wanted = {
      article: uid,
      quote: 'bell rang',
      prefix: '',
      suffix: '',
      color: 'red',
      note: null,
      tags: [],
    } as const
    expect(errorOf(await client.request('annotation.highlight', { ...wanted, place: null })).code).toBe(
      'archive/quote-ambiguous',
    )
    const place = { version: 1, rendition: 1, start, end: start + 9 }
    const made = valueOf(await client.request('annotation.highlight', { ...wanted, place }))
    expect(made.anchors).toMatchObject([{ start, end: start + 9, score: 1, status: 'placed' }])
    const shifted = { ...place, start: start + 1, end: start + 10 }
    expect(errorOf(await client.request('annotation.highlight', { ...wanted, place: shifted })).code).toBe(
      'archive/quote-not-found',
    )
    const elsewhere = { ...place, rendition: 7 }
    expect(errorOf(await client.request('annotation.highlight', { ...wanted, place: elsewhere })).code).toBe(
      'archive/version-not-found',
    )
  })

  it('keeps its note when an edit leaves it out, and loses it when the edit says so', async () => {
    const { client, highlight } = world()
    const { uid } = await highlight('noon', 'why noon?')
    const edit = async (change: { readonly note?: string | null }) =>
      valueOf(await client.request('annotation.edit', { uid, color: 'green', ...change }))
    expect(await edit({})).toMatchObject({ color: 'green', note: 'why noon?' })
    expect((await edit({ note: null })).note).toBeNull()
  })
})

describe('the details of an article', () => {
  it('say where it came from, what came in, and what was corrected', async () => {
    const { client, archive } = aGate()
    const draft = { source: 'in/bells.txt', fileName: 'bells.txt', url: 'https://example.org/bells' }
    const uid = archive.bringIn(aTextDraft(STORY, draft)).reports[0]?.uid ?? NOBODY
    archive.bringIn(aTextDraft(`${STORY} The end.`, { ...draft, source: 'in/bells-2.txt' }))
    valueOf(await client.request('article.correct', { uid, field: 'title', value: 'Bells', keep: true }))
    const details = valueOf(await client.request('article.details', { uid }))
    expect(details).toMatchObject({
      accession: 1,
      origins: [{ service: null, sourceId: null, url: draft.url, canonicalUrl: draft.url }],
    })
    expect(details.versions.map(({ number, current, item }) => [number, current, item])).toEqual([
      [2, true, 'in/bells-2.txt'],
      [1, false, 'in/bells.txt'],
    ])
    const { original, renditions } = details.versions[1] ?? {}
    expect(original).toMatchObject({ mediaType: 'text/plain', bytes: Buffer.byteLength(STORY) })
    expect(original?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(renditions).toMatchObject([{ number: 1, current: true }])
    expect(details.facts.find(({ field }) => field === 'title')).toMatchObject({
      stated: 'Two bells',
      corrected: { value: 'Bells' },
    })
    expect(details.facts.filter(({ corrected }) => corrected !== null)).toHaveLength(1)
    expect(errorOf(await client.request('article.details', { uid: NOBODY })).code).toBe('archive/article-not-found')
  })
})

describe('the list of notes', () => {
  const ALL: NoteListRequest = {
    text: '',
    colors: [],
    tag: null,
    collection: [],
    group: 'article',
    limit: 99,
    offset: 0,
  }

  it('groups by article and orders by place, with the heading each stands under', async () => {
    const { client, archive, uid, highlight } = world()
    const other = archive.addText('# Hills\n\nTea.\n\n## Mist\n\nMist stays until noon.', {
      fileName: 'hills.md',
      source: 'hills.md',
      format: 'markdown',
    })
    await highlight('again', 'Ångström', 'blue')
    await highlight('noon')
    valueOf(await client.request('annotation.note', { article: uid, note: 'On the whole' }))
    const list = async (change: Partial<NoteListRequest> = {}) =>
      valueOf(await client.request('annotation.list', { ...ALL, ...change }))
    const all = await list()
    expect(all.rows.map(({ annotation }) => annotation.note ?? annotation.quote?.exact)).toEqual([
      'On the whole',
      'noon',
      'Ångström',
    ])
    expect(all).toMatchObject({ total: 3, all: 3, byColor: { red: 1, blue: 1, none: 1, yellow: 0 } })
    expect(all.articles).toMatchObject([{ uid, title: 'Two bells', notes: 3, shown: 3 }])
    expect((await list({ text: 'ÅNGSTRÖM again' })).total).toBe(1)
    expect((await list({ text: 'angstrom' })).total).toBe(0)
    const red = await list({ colors: ['red'] })
    expect(red).toMatchObject({
      total: 1,
      all: 3,
      byColor: { red: 1, blue: 1, none: 1 },
      articles: [{ notes: 3, shown: 1 }],
    })
    expect((await list({ limit: 1, offset: 1 })).rows.map(({ annotation }) => annotation.color)).toEqual(['red'])
    expect(valueOf(await client.request('article.headings', { articles: [other, uid, NOBODY] }))).toMatchObject([
      [{ text: 'Mist', level: 2 }],
      [],
      [],
    ])
  })

  it('stands by tag, pen or month instead, a note under each of its tags', async () => {
    const { client, uid, highlight } = world()
    const noon = await highlight('noon')
    const word = await highlight('again', 'Ångström', 'blue')
    valueOf(await client.request('annotation.note', { article: uid, note: 'On the whole' }))
    for (const tag of ['Time', 'clocks'])
      valueOf(await client.request('annotation.tag', { uid: noon.uid, tag, present: true }))
    valueOf(await client.request('annotation.tag', { uid: word.uid, tag: 'clocks', present: true }))
    const list = async (change: Partial<NoteListRequest>) =>
      valueOf(await client.request('annotation.list', { ...ALL, ...change }))
    const lines = ({ rows }: NoteListAnswer) =>
      rows.map(({ group, annotation }) => `${group}: ${annotation.quote?.exact ?? annotation.note ?? ''}`)

    const byTag = await list({ group: 'tag' })
    expect(lines(byTag)).toEqual(['clocks: again', 'clocks: noon', 'Time: noon', ': On the whole'])
    expect(byTag).toMatchObject({ total: 3, lines: 4, articles: [{ uid, shown: 3 }] })
    expect(byTag.groups).toEqual([
      { key: 'clocks', shown: 2 },
      { key: 'Time', shown: 1 },
      { key: '', shown: 1 },
    ])
    const second = await list({ group: 'tag', limit: 1, offset: 1 })
    expect(lines(second)).toEqual(['clocks: noon'])
    expect(second.groups).toEqual([{ key: 'clocks', shown: 2 }])

    expect(lines(await list({ group: 'pen' }))).toEqual(['blue: again', 'red: noon', 'none: On the whole'])
    const now = new Date()
    const month = `${String(now.getFullYear())}-${String(now.getMonth() + 1).padStart(2, '0')}`
    expect((await list({ group: 'month' })).groups).toEqual([{ key: month, shown: 3 }])
  })

  it('is narrowed by a tag on the note and by a collection above the article; the Trash does not count', async () => {
    const { client, uid, highlight } = world()
    const { uid: note } = await highlight('noon')
    valueOf(await client.request('annotation.tag', { uid: note, tag: 'Time', present: true }))
    valueOf(await client.request('article.collect', { articles: [uid], path: ['Work', 'War'], present: true }))
    const total = async (change: Partial<NoteListRequest>) =>
      valueOf(await client.request('annotation.list', { ...ALL, ...change })).total
    expect(await total({ tag: 'time' })).toBe(1)
    expect(await total({ tag: 'space' })).toBe(0)
    expect(await total({ collection: ['Work'] })).toBe(1)
    expect(await total({ collection: ['War'] })).toBe(0)
    valueOf(await client.request('article.trash', { articles: [uid], trashed: true }))
    expect(await total({})).toBe(0)
  })
})

describe('a preview of an export', () => {
  it('is the first article of the selection as its file would be', async () => {
    const { client, archive, uid } = world()
    archive.addText('Coffee plains\n\nCoffee is grown on plains.')
    const ask = async (change: object) => client.request('export.preview', { ...PLAIN, ...change })
    const preview = valueOf(await ask({ selection: { kind: 'articles', articles: [uid] } }))
    expect(preview).toMatchObject({ articles: 1, fileName: 'Two bells.md' })
    expect(preview.markdown).toContain('The bell rang at noon.')
    expect(valueOf(await ask({}))).toMatchObject({ articles: 2, fileName: 'Coffee plains.md' })
    expect(valueOf(await ask({ templateText: 'T: {{ title }}' })).markdown).toContain('T: Coffee plains')
    expect(errorOf(await ask({ templateText: '{% if %}' })).code).toBe('export/bad-template')
    const none = { kind: 'query', query: 'nothing-has-this', except: [] } as const
    expect(valueOf(await ask({ selection: none }))).toEqual({ articles: 0, fileName: null, markdown: null })
  })
})

const PLAIN = { selection: { kind: 'query', query: '', except: [] }, template: null, templateText: null } as const
