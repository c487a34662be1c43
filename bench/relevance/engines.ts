import Database from 'better-sqlite3'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import type { ArticleId, ArticleUid, Instant, RenditionId } from '../../src/shared/model/identity.ts'
import type { ArticleRow } from '../../src/shared/model/article.ts'
import type { UnitOfWork } from '../../src/main/archive/ports/unit-of-work.ts'
import { createAnalyser } from '../../src/main/search/analyse.ts'
import { createArticleIndex } from '../../src/main/search/article-index.ts'
import { createArticleSearch } from '../../src/main/search/article-search.ts'
import { runMissing } from '../../src/main/storage/migrations/migrate.ts'
import { MIGRATIONS } from '../../src/main/storage/migrations/migrations.ts'
import type { Collection, Doc } from './collection.ts'
import type { Ask } from './measures.ts'

/** Offprint's index and ranking in memory, some of the words wanted. */
export function offprint({ docs, language }: Collection): Ask {
  const database = new Database(':memory:')
  runMissing(database, MIGRATIONS)
  database.pragma('foreign_keys = OFF')
  const index = createArticleIndex(database)
  const analyse = createAnalyser()
  const article = database.prepare(`INSERT INTO article (id, uid, added_at, changed_at, state, starred)
    VALUES (?, ?, '', '', 'unread', 0)`)
  // Phrases and filters are asked of the list's rows.
  const listing = database.prepare(`INSERT INTO article_listing (article, title, title_key, words, highlights, notes,
    incomplete, added_at, state, starred, trashed) VALUES (?, ?, '', 0, 0, 0, 0, '', 'unread', 0, 0)`)
  docs.forEach(({ id, title = '', text }, at) => {
    article.run(at + 1, id)
    listing.run(at + 1, title)
    const analysed = analyse({ language, title, standfirst: '', byline: '', body: text })
    index.put({} as UnitOfWork, (at + 1) as ArticleId, (at + 1) as RenditionId, analysed)
  })
  const search = createArticleSearch({ database, now: () => '2026-01-01T00:00:00.000Z' as Instant, ...readers(docs) })
  return (query) => search.search({ query, match: 'any', limit: 100, offset: 0 }).hits.map((hit) => hit.uid)
}

function readers(docs: readonly Doc[]) {
  const text = (id: ArticleId) => ({
    rendition: id as number as RenditionId,
    text: docs[id - 1]?.text ?? '',
    parts: [],
  })
  return {
    readTexts: (ids: readonly ArticleId[]) => new Map(ids.map((id) => [id, text(id)])),
    readRows: (ids: readonly ArticleId[]) =>
      ids.map((id) => ({ uid: (docs[id - 1]?.id ?? '') as ArticleUid }) as ArticleRow),
  }
}

/** lunr as its guide shows it. */
export function stockLunr({ docs }: Collection): Ask {
  const index = lunr((builder) => {
    builder.ref('id')
    builder.field('title', { boost: 4 })
    builder.field('text')
    for (const doc of docs) builder.add(doc)
  })
  return (query) => {
    const terms = query.split(/\s+/).map((term) => term.replace(/[~^*:+\-\\]/g, ' '))
    return index.search(terms.join(' ')).map((hit) => hit.ref)
  }
}

/** MiniSearch as its guide shows it. */
export function miniSearch({ docs }: Collection): Ask {
  const index = new MiniSearch<Doc>({ fields: ['title', 'text'], searchOptions: { boost: { title: 4 } } })
  index.addAll(docs)
  return (query) => index.search(query).map((hit) => String(hit.id))
}
