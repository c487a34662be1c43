import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import { correctField } from '../../../src/main/archive/correct-field.ts'
import { restoreArticles, trashArticles } from '../../../src/main/archive/organise-articles.ts'
import { undoGesture } from '../../../src/main/archive/undo-gesture.ts'
import { verifyIndex } from '../../../src/main/search/verify-index.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { aGate } from '../../support/a-gate.ts'
import { unsteered } from '../../support/unsteered.ts'
import { valueOf } from '../../support/value-of.ts'

const STORY = 'Harbour reopens\n\nThe harbour of the old town reopened on Monday after five days of gales.'
/** Each finds the story by another road: ranked text, a phrase, a filter beside text, an exclusion, its note, by title. */
const QUERIES = ['harbour', '"old town"', 'gales is:unread', 'harbour -bicycles', 'note:mended', 'title:harbour']

function world() {
  const gate = aGate()
  const { ports, connection } = gate.archive
  const uid = gate.archive.addText(STORY)
  const other = gate.archive.addText(
    'Harbour of another town\n\nAn old town with a harbour and gales, and nothing mended.',
  )
  const highlight = (article: ArticleUid, quote: string): unknown =>
    valueOf(
      addHighlight(ports, 'cli', {
        article,
        quote,
        prefix: '',
        suffix: '',
        place: null,
        color: 'green',
        note: 'mended',
        tags: [],
      }),
    )
  highlight(uid, 'five days')
  highlight(other, 'another town')
  const found = async (query: string): Promise<readonly [total: number, hasStory: boolean]> => {
    const { total, hits } = valueOf(
      await gate.client.request('article.search', { query, match: 'all', limit: 50, offset: 0 }),
    )
    return [total, hits.some(({ row }) => row.uid === uid)]
  }
  const damage = () => verifyIndex(connection.database, (article) => ports.reading.indexInput(article)?.input)
  return { ports, database: connection.database, uid, found, damage }
}

describe('an article in the Trash', () => {
  it.each(QUERIES)('is not found by %s, is not counted, and is found again when it came back', async (query) => {
    const { ports, uid, found, damage } = world()
    expect(await found(query)).toEqual([2, true])
    valueOf(trashArticles(ports, 'cli', [uid]))
    expect(await found(query)).toEqual([1, false])
    expect(damage()).toEqual([])
    valueOf(restoreArticles(ports, 'cli', [uid]))
    expect(await found(query)).toEqual([2, true])
    expect(damage()).toEqual([])
  })

  it('keeps its entry in the index, so that undo analyses no text', async () => {
    const { ports, uid, found } = world()
    let analysed = 0
    const counting = {
      ...ports,
      analyse: (...input: Parameters<typeof ports.analyse>) => {
        analysed++
        return ports.analyse(...input)
      },
    }
    valueOf(trashArticles(counting, 'cli', [uid]))
    valueOf(await undoGesture(counting, null, unsteered))
    expect(analysed).toBe(0)
    expect(await found('harbour')).toEqual([2, true])
  })

  it('is found by what was corrected there once it came back', async () => {
    const { ports, uid, found, damage } = world()
    valueOf(trashArticles(ports, 'cli', [uid]))
    valueOf(correctField(ports, 'cli', { article: uid, field: 'title', value: 'Breakwater' }))
    expect(await found('title:breakwater')).toEqual([0, false])
    valueOf(restoreArticles(ports, 'cli', [uid]))
    expect(await found('title:breakwater')).toEqual([1, true])
    expect(damage()).toEqual([])
  })

  it('gets its entry when it comes back without one, as from an archive of schema 1', async () => {
    const { ports, database, uid, found, damage } = world()
    valueOf(trashArticles(ports, 'cli', [uid]))
    const article = database.prepare('SELECT id FROM article WHERE uid = ?').pluck().get(uid)
    database.prepare('DELETE FROM search_article WHERE rowid = ?').run(article)
    database.prepare('DELETE FROM search_doc WHERE article = ?').run(article)
    database
      .prepare('DELETE FROM search_note WHERE rowid IN (SELECT id FROM annotation WHERE article = ?)')
      .run(article)
    expect(damage()).toEqual([])
    valueOf(restoreArticles(ports, 'cli', [uid]))
    for (const query of QUERIES) expect(await found(query), query).toEqual([2, true])
    expect(damage()).toEqual([])
  })
})
