import type { Check } from './check.ts'
import { guard } from './check.ts'
import { walkIds } from './walk-ids.ts'

interface ArticleRow {
  readonly uid: string
  readonly current_version: number | null
  readonly version_article: number | null
  readonly current_rendition: number | null
  readonly rendition_version: number | null
  readonly versions: number
}

/** An article's current version is one of its own, and that version's current rendition one of its own. */
export const checkArticles: Check = (context) => {
  const find = context.database.prepare<[number], ArticleRow>(
    `SELECT article.uid, article.current_version, version.article AS version_article, version.current_rendition,
            rendition.version AS rendition_version,
            (SELECT count(*) FROM version WHERE article = article.id) AS versions
     FROM article LEFT JOIN version ON version.id = article.current_version
                  LEFT JOIN rendition ON rendition.id = version.current_rendition
     WHERE article.id = ?`,
  )
  return walkIds(context, 'article', (id) => {
    guard(context, { kind: 'database', uid: `article ${String(id)}` }, () => {
      const row = find.get(id)
      const reason = row === undefined ? undefined : findProblem(id, row)
      if (row !== undefined && reason !== undefined) context.report({ kind: 'database', uid: row.uid, reason })
    })
    context.done()
  })
}

function findProblem(id: number, row: ArticleRow): string | undefined {
  if (row.current_version === null) return row.versions > 0 ? 'none of its versions is the current one' : undefined
  if (row.version_article !== id) return 'its current version belongs to another article'
  if (row.current_rendition !== null && row.rendition_version !== row.current_version) {
    return 'the current rendition belongs to another version'
  }
  return undefined
}
