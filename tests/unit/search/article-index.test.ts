import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleId, RenditionId } from '../../../src/shared/model/identity.ts'
import { createAnalyser } from '../../../src/main/search/analyse.ts'
import { createArticleIndex } from '../../../src/main/search/article-index.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { createWorld, openWorld, searchable, someUnit } from './support/search-world.ts'

const analyse = createAnalyser()
const put = (index: ReturnType<typeof createArticleIndex>, id: number, body: string): void => {
  index.put(someUnit, id as ArticleId, id as RenditionId, analyse(searchable({ body })))
}
const surfacesIn = (database: ReturnType<typeof openWorld>): readonly string[] =>
  database.prepare<[], string>('SELECT term FROM search_vocabulary').pluck().all()

describe('word forms remembered by the index', () => {
  it('are inserted again after the transaction that brought them was rolled back', () => {
    const database = openWorld()
    const index = createArticleIndex(database)
    database.exec('BEGIN IMMEDIATE')
    put(index, 1, 'glacier')
    database.exec('ROLLBACK')
    database.exec('BEGIN IMMEDIATE')
    put(index, 2, 'glacier')
    database.exec('COMMIT')
    expect(surfacesIn(database)).toEqual(['en:glacier'])
  })

  it('are inserted again after a savepoint was rolled back inside a transaction that goes on', () => {
    const database = openWorld()
    const index = createArticleIndex(database)
    database.exec('BEGIN IMMEDIATE')
    put(index, 1, 'moraine')
    database.exec('SAVEPOINT item')
    put(index, 2, 'glacier moraine')
    database.exec('ROLLBACK TO item; RELEASE item')
    put(index, 3, 'glacier')
    database.exec('COMMIT')
    expect(surfacesIn(database)).toEqual(['en:glacier', 'en:moraine'])
  })

  it('are inserted again after another process took them out', () => {
    const file = join(tempDir(), 'a.offprint')
    const [one, other] = [openWorld(file), openWorld(file)]
    const index = createArticleIndex(one)
    put(index, 1, 'glacier')
    other.exec('DELETE FROM search_word')
    put(createArticleIndex(other), 2, 'moraine')
    put(index, 3, 'glacier')
    expect(surfacesIn(one)).toEqual(['en:glacier', 'en:moraine'])
    one.close()
    other.close()
  })
})

describe('a transaction of an import', () => {
  it('becomes one segment, also when its articles are of the usual length', () => {
    const database = openWorld()
    const index = createArticleIndex(database)
    const bodyOf = (article: number): string =>
      Array.from({ length: 700 }, (_, at) => `word${String((at * 31 + article * 77) % 20_000)}`).join(' ')
    // Whatever is set up at first use is done by then.
    put(index, 1, 'first')
    database.exec('BEGIN IMMEDIATE')
    for (let article = 2; article <= 129; article++) put(index, article, bodyOf(article))
    database.exec('COMMIT')
    const segments = database.prepare<[], number>('SELECT count(DISTINCT segid) FROM search_article_idx').pluck().get()
    expect(segments).toBe(2)
  })
})

describe('word forms of entries that were taken out', () => {
  it('go when no entry holds the word any more; the others that came with them stay, with other forms of theirs', () => {
    const database = openWorld()
    const index = createArticleIndex(database)
    put(index, 1, 'glacier moraine glaciers')
    put(index, 2, 'moraines drumlin')
    index.remove(someUnit, 1 as ArticleId)
    const erase = index.startErasing()
    while (erase(someUnit));
    expect(surfacesIn(database)).toEqual(['en:drumlin', 'en:moraine', 'en:moraines'])
    put(index, 3, 'glacier')
    expect(surfacesIn(database)).toContain('en:glacier')
  })
})

describe('index entries', () => {
  it('are replaced, taken out and all cleared', () => {
    const world = createWorld(openWorld())
    const id = world.add({ title: 'Ice', body: 'glacier' })
    put(world.index, id, 'moraine')
    expect(world.find('glacier')).toEqual([])
    expect(world.find('moraine')).toEqual(['Ice'])
    world.index.remove(someUnit, id)
    world.index.remove(someUnit, id)
    expect(world.find('moraine')).toEqual([])
    put(world.index, id, 'glacier')
    world.index.clear(someUnit)
    expect(world.find('glacier')).toEqual([])
    put(world.index, id, 'glacier')
    world.index.optimise(someUnit)
    expect(world.find('glacier')).toEqual(['Ice'])
  })

  it('of notes follow the note, without touching the article', () => {
    const world = createWorld(openWorld())
    world.add({ title: 'Ice', body: 'glacier', notes: ['compare with moraine'] })
    expect(world.find('moraine')).toEqual(['Ice'])
    world.index.putNote(someUnit, 1, 'drumlin', 'en')
    expect(world.find('moraine')).toEqual([])
    expect(world.find('drumlin')).toEqual(['Ice'])
    world.index.removeNote(someUnit, 1)
    expect(world.find('drumlin')).toEqual([])
  })
})
