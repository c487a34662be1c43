import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { theHost } from '../../src/renderer/api.ts'
import { useLibrary } from '../../src/renderer/stores/library.ts'
import type { ArticleRow } from '../../src/shared/model/article.ts'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import { ok } from '../../src/shared/result.ts'
import { aWindowHost } from '../support/a-window-host.ts'
import { aHost } from './support/a-host.ts'
import { valueOf } from '../support/value-of.ts'

const BY_TITLE = { query: '', sort: 'title', direction: 'up' } as const

/** The library over an archive with these articles, in the order of their titles. */
async function aLibrary(titles: readonly string[], query = '') {
  const host = aWindowHost()
  await host.bringIn(...titles)
  const library = useLibrary()
  library.show({ ...BY_TITLE, query })
  await until(() => library.total !== null)
  return library
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 500) throw new Error('never came')
    await new Promise((resume) => setTimeout(resume, 10))
  }
}

const mark = async (articles: readonly ArticleUid[], state: 'read' | 'unread'): Promise<void> => {
  valueOf(await theHost().client.request('article.mark', { articles, state, starred: null }))
}

beforeEach(() => setActivePinia(createPinia()))

describe('the list of the library', () => {
  it('has exact numbers and rows in order', async () => {
    const library = await aLibrary(['Cistern', 'Almond', 'Barley'])
    expect(library.total).toBe(3)
    expect([0, 1, 2].map((index) => library.rowAt(index)?.title)).toEqual(['Almond', 'Barley', 'Cistern'])
  })

  it('selects the active row alone, a range to it, or turns one over', async () => {
    const library = await aLibrary(['A1', 'B1', 'C1', 'D1', 'E1'])
    const titles = (): readonly (string | null | undefined)[] =>
      [0, 1, 2, 3, 4].filter((index) => library.has(library.rowAt(index)!.uid)).map((at) => library.rowAt(at)?.title)
    await library.activate(3, 'only')
    expect(titles()).toEqual(['D1'])
    await library.activate(1, 'range')
    expect(titles()).toEqual(['B1', 'C1', 'D1'])
    await library.activate(4, 'range')
    expect(titles()).toEqual(['D1', 'E1'])
    await library.activate(0, 'toggle')
    expect(titles()).toEqual(['A1', 'D1', 'E1'])
    library.clearSelection()
    expect(titles()).toEqual(['A1'])
  })

  it('selects all by the query, without names', async () => {
    const library = await aLibrary(['A1', 'B1', 'C1'], 'is:unread')
    library.selectAll()
    expect(library.count).toBe(3)
    await library.activate(1, 'toggle')
    expect(library.selected).toEqual({ kind: 'query', query: 'is:unread', except: [library.rowAt(1)?.uid] })
    expect(library.count).toBe(2)
  })

  it('follows the active article when rows come before it', async () => {
    const library = await aLibrary(['Barley', 'Cistern'])
    await library.activate(1, 'only')
    const { uid } = library.active!
    valueOf(await theHost().client.request('article.correct', { uid, field: 'title', value: 'Aqueduct', keep: true }))
    await library.renew()
    expect(library.active).toEqual({ index: 0, uid })
    expect(library.has(uid)).toBe(true)
  })

  it('tells by how many rows what was in sight has moved, once for readings that came at once', async () => {
    const library = await aLibrary(['Barley', 'Cistern', 'Damson'])
    library.want(2, 2)
    const { uid } = library.rowAt(1)!
    valueOf(await theHost().client.request('article.correct', { uid, field: 'title', value: 'Zebra', keep: true }))
    const before = library.moved
    await Promise.all([library.renew(), library.renew(), library.renew()])
    expect(library.rowAt(1)?.title).toBe('Damson')
    expect(library.moved).not.toBe(before)
    expect(library.moved.shift).toBe(-1)
  })

  it('is where the rows say, though more came in between the question where they stand and the reading of them', async () => {
    const uids = Array.from({ length: 250 }, (_, index) => `old-${index}` as ArticleUid)
    let coming = 0
    const answerRows = ({ offset, limit }: { readonly offset: number; readonly limit: number }) => {
      const rows = uids.slice(offset, offset + limit).map((uid) => ({ uid }) as ArticleRow)
      return ok({ total: uids.length, rows })
    }
    aHost({
      'article.list': answerRows,
      'article.periods': () => ok([]),
      'article.find': ({ uid }) => {
        const at = uids.indexOf(uid)
        for (let more = 0; more < 7; more++) uids.unshift(`new-${coming++}` as ArticleUid)
        return ok(at)
      },
    })
    const library = useLibrary()
    library.show({ query: '', sort: 'added', direction: 'down' })
    await until(() => library.rowAt(120) !== undefined)
    let seen = 120
    library.want(seen, seen + 5)
    for (let reading = 0; reading < 6; reading++) {
      const before = library.moved
      await library.renew()
      if (library.moved !== before) seen += library.moved.shift
      expect(library.rowAt(seen)?.uid).toBe('old-120')
    }
  })

  it('gives its place to its neighbour when the active article leaves the list', async () => {
    const library = await aLibrary(['A1', 'B1', 'C1'], 'is:unread')
    await library.activate(1, 'only')
    await mark([library.active!.uid], 'read')
    await library.renew()
    await until(() => library.total === 2)
    expect(library.active?.index).toBe(1)
    expect(library.activeRow?.title).toBe('C1')
    expect(library.has(library.active!.uid)).toBe(true)
    await mark([library.active!.uid], 'read')
    await library.renew()
    await until(() => library.total === 1)
    expect(library.activeRow?.title).toBe('A1')
    await mark([library.active!.uid], 'read')
    await library.renew()
    await until(() => library.total === 0)
    expect(library.active).toBeNull()
    expect(library.count).toBe(0)
  })
})
