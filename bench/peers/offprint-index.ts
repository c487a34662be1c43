import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArticleId, RenditionId } from '../../src/shared/model/identity.ts'
import type { AnalysedArticle } from '../../src/main/archive/ports/analyse.ts'
import type { UnitOfWork } from '../../src/main/archive/ports/unit-of-work.ts'
import { createAnalyser } from '../../src/main/search/analyse.ts'
import { createArticleIndex } from '../../src/main/search/article-index.ts'
import { applyWriterSettings, CREATION_PRAGMAS } from '../../src/main/storage/connection-settings.ts'
import { runMissing } from '../../src/main/storage/migrations/migrate.ts'
import { MIGRATIONS } from '../../src/main/storage/migrations/migrations.ts'
import type { CorpusArticle } from '../corpus/corpus-article.ts'
import type { Peer } from './peer.ts'

/** Articles in one transaction of an import, which are all analysed before the first is written. */
const BATCH = 128

/** Offprint's index by itself, analysis and postings in one thread, with an archive's settings and no articles beside. */
export const offprintIndex: Peer = {
  name: 'Offprint',
  build: (articles) => {
    const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-'))
    const database = new Database(join(folder, 'index.offprint'))
    for (const pragma of CREATION_PRAGMAS) database.pragma(pragma)
    database.pragma('journal_mode = WAL')
    applyWriterSettings(database)
    // There are no rows of articles for the index to refer to.
    database.pragma('foreign_keys = OFF')
    runMissing(database, MIGRATIONS)
    indexAll(database, articles)
    database.pragma('wal_checkpoint(TRUNCATE)')
    const bytes = database
      .prepare<[], number>(`SELECT sum(pgsize) FROM dbstat WHERE name GLOB 'search_*' AND aggregate = TRUE`)
      .pluck()
      .get()
    return {
      search: () => null,
      bytesOnDisk: bytes ?? null,
      close: () => {
        database.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}

function indexAll(database: Database.Database, articles: Iterable<CorpusArticle>): void {
  const analyse = createAnalyser()
  const index = createArticleIndex(database)
  const unit = {} as UnitOfWork
  let number = 0
  let waiting: AnalysedArticle[] = []
  const write = (): void => {
    database.exec('BEGIN IMMEDIATE')
    for (const analysed of waiting) {
      number += 1
      index.put(unit, number as ArticleId, number as RenditionId, analysed)
    }
    database.exec('COMMIT')
    waiting = []
  }
  for (const { language, title, standfirst, byline, text } of articles) {
    waiting.push(analyse({ language, title, standfirst, byline, body: text }))
    if (waiting.length === BATCH) write()
  }
  write()
}
