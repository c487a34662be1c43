import type { Database } from 'better-sqlite3'
import type { ArticleRecords } from '../archive/ports/article-records.ts'
import type { Clock, NewUid } from '../archive/ports/clock.ts'
import type { ArticleId, Instant, VersionId } from '../../shared/model/identity.ts'
import { createAddSource } from './records/add-source.ts'
import { createCreateRendition } from './records/create-rendition.ts'
import { createFindArticles } from './records/find-articles.ts'
import { createRenditions } from './records/renditions.ts'
import { createStoredTexts } from './records/stored-texts.ts'
import { createVersions } from './records/versions.ts'

/** Rows of articles, sources, versions and renditions. Statements are prepared once, here. */
export function createArticleRecords(
  database: Database,
  { clock, newUid }: { readonly clock: Clock; readonly newUid: NewUid },
): ArticleRecords {
  return {
    ...createFindArticles(database),
    createArticle: createCreateArticle(database, clock),
    addSource: createAddSource(database),
    ...createVersions(database, newUid),
    createRendition: createCreateRendition(database, clock),
    ...createRenditions(database),
    setCurrentVersion: createSetCurrentVersion(database, clock),
    ...createStoredTexts(database),
  }
}

function createCreateArticle(database: Database, clock: Clock): ArticleRecords['createArticle'] {
  const insert = database.prepare<[string, Instant, Instant, string, number]>(
    'INSERT INTO article (uid, added_at, changed_at, state, starred) VALUES (?, ?, ?, ?, ?)',
  )
  return (_unit, { uid, added, state, starred }) => {
    const { lastInsertRowid } = insert.run(uid, added, clock(), state, Number(starred))
    return { id: Number(lastInsertRowid) as ArticleId, uid }
  }
}

/** Another version to read is a change of the article. */
function createSetCurrentVersion(database: Database, clock: Clock): ArticleRecords['setCurrentVersion'] {
  const update = database.prepare<[VersionId, Instant, ArticleId]>(
    'UPDATE article SET current_version = ?, changed_at = ? WHERE id = ?',
  )
  return (_unit, article, version) => {
    update.run(version, clock(), article)
  }
}
