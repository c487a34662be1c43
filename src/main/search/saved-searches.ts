import type { Uid } from '../../shared/model/identity.ts'
import type { SavedSearch } from '../../shared/model/saved-search.ts'
import { parseQuery } from '../../shared/query/parse-query.ts'
import { attemptQuery, type Engine } from './run-query.ts'

interface Row {
  readonly uid: Uid
  readonly name: string
  readonly query: string
}

/** Saved searches in their order, each with what it finds now; an empty query finds everything. */
export function listSavedSearches(engine: Engine): readonly SavedSearch[] {
  const rows = engine.database.prepare<[], Row>('SELECT uid, name, query FROM saved_search ORDER BY position, id').all()
  return rows.map((row) => ({ ...row, articles: countFound(engine, row.query) }))
}

function countFound(engine: Engine, query: string): number {
  if (query.trim() === '') return engine.figures.listed(null)
  return attemptQuery(engine, parseQuery(query, engine.now()), 'all').total
}
