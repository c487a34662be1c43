import { expect, it } from 'vitest'
import { verifyIndex } from '../../src/main/search/verify-index.ts'
import { createWorld, openWorld, searchable, someUnit, type WorldArticle } from '../unit/search/support/search-world.ts'

function indexed() {
  const world = createWorld(openWorld())
  const articles = new Map<number, WorldArticle>()
  for (let at = 0; at < 60; at++) {
    const article = {
      title: `Ice ${String(at)}`,
      body: `glacier moraine drumlin${String(at)} `.repeat(20),
      notes: ['esker'],
    }
    articles.set(world.add(article), article)
  }
  const verify = () =>
    verifyIndex(world.database, (id) => {
      const article = articles.get(id)
      return article === undefined ? undefined : searchable(article)
    })
  return { ...world, articles, verify }
}

it('finds nothing in an index that is whole', () => {
  expect(indexed().verify()).toEqual([])
})

it('notices a flipped byte wherever it lies in the postings', () => {
  const { database, verify } = indexed()
  database.unsafeMode(true)
  const rows = database
    .prepare<[], { id: number; block: Buffer }>('SELECT id, block FROM search_article_data WHERE id > 10')
    .all()
  const write = database.prepare('UPDATE search_article_data SET block = ? WHERE id = ?')
  let tried = 0
  for (const { id, block } of rows) {
    for (let at = 4; at < block.length; at += Math.max(1, Math.floor(block.length / 25))) {
      const damaged = Buffer.from(block)
      damaged[at] = (damaged[at] ?? 0) ^ 0x04
      write.run(damaged, id)
      expect(verify(), `byte ${String(at)} of row ${String(id)}`).not.toEqual([])
      tried++
    }
    write.run(block, id)
  }
  expect(tried).toBeGreaterThan(50)
  expect(verify()).toEqual([])
})

it('names the articles whose entry is missing, of an earlier text, or of nothing', () => {
  const { database, index, articles, verify } = indexed()
  database.exec('DELETE FROM search_article WHERE rowid = 3')
  articles.set(5, { title: 'Corrected', body: 'moraine' })
  database.exec('DELETE FROM article WHERE id = 7')
  // What lies in the Trash keeps its entry, so this is no damage.
  database.exec(`UPDATE article SET trashed_at = '2026' WHERE id = 9`)
  database.exec('DELETE FROM search_doc WHERE article = 11')
  index.removeNote(someUnit, 13)
  const found = verify()
  expect(new Set(found.map((damage) => damage.article))).toEqual(new Set([3, 5, 7, 11, null]))
  expect(found.find((damage) => damage.article === null)?.reason).toContain('note 13')
})
