import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid } from '../../../shared/model/identity.ts'
import type { Reading } from '../../archive/ports/reading.ts'
import type { OverrideRow } from '../listing/effective-facts.ts'
import { factsOf } from '../listing/listing-row.ts'
import { createRefreshListing, createRefreshMarks, SELECT_OVERRIDES } from '../listing/refresh-listing.ts'
import { SELECT_STATED_FACTS, type StatedFactsRow } from '../listing/stated-facts.ts'
import { rebuildNoteLinks } from '../links/rebuild-note-links.ts'
import { createIndexInput } from './index-input.ts'
import { createAnnotationsOf, createReadAnnotations } from './read-annotations.ts'
import { createReadArticle } from './read-article.ts'

/** Answers about articles as people see them. */
export function createReading(database: Database): Reading {
  const readAnnotations = createReadAnnotations(database)
  return {
    article: createReadArticle(database),
    annotation: (uid) => readAnnotations({ uid })[0]?.annotation,
    annotationsOf: createAnnotationsOf(database),
    notesOf: createNotesOf(database),
    indexInput: createIndexInput(database),
    refreshListing: createRefreshListing(database),
    refreshMarks: createRefreshMarks(database),
    rebuildLinks: () => {
      rebuildNoteLinks(database)
    },
    articleIdsAfter: createArticleIdsAfter(database),
    articleUid: createArticleUid(database),
    title: createTitle(database),
  }
}

function createNotesOf(database: Database): Reading['notesOf'] {
  const select = database.prepare<[ArticleId], { readonly annotation: number; readonly note: string }>(
    `SELECT id AS annotation, note FROM annotation WHERE article = ? AND note <> '' ORDER BY id`,
  )
  return (article) => select.all(article)
}

function createArticleIdsAfter(database: Database): Reading['articleIdsAfter'] {
  const select = database.prepare<[ArticleId, number], { readonly id: ArticleId }>(
    'SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?',
  )
  return (after, limit) => select.all(after, limit).map(({ id }) => id)
}

function createArticleUid(database: Database): Reading['articleUid'] {
  const select = database.prepare<[ArticleId], { readonly uid: ArticleUid }>('SELECT uid FROM article WHERE id = ?')
  return (article) => {
    const row = select.get(article)
    if (row === undefined) throw new Error(`no article in row ${String(article)}`)
    return row.uid
  }
}

/** From the facts, not from the listing: the listing may not be written yet. */
function createTitle(database: Database): Reading['title'] {
  const select = database.prepare<[ArticleId], StatedFactsRow>(`${SELECT_STATED_FACTS} WHERE a.id = ?`)
  const selectOverrides = database.prepare<[ArticleId], OverrideRow>(SELECT_OVERRIDES)
  return (article) => {
    const stated = select.get(article)
    return stated === undefined ? null : factsOf(stated, selectOverrides.all(article)).title
  }
}
