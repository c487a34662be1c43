import type { Database } from 'better-sqlite3'
import type { ArticleId, RenditionId } from '../../../shared/model/identity.ts'
import type { Caption, TextPart } from '../../../shared/model/rendition.ts'
import { afterCaptions } from '../../../shared/text/after-captions.ts'
import { beginningOf } from '../../../shared/text/beginning-of.ts'
import { bodyOf } from '../../../shared/text/body-of.ts'
import { readJsonColumn } from '../json-column.ts'
import { checksumOf, recentTexts, type ReadText } from '../recent-texts.ts'

/** Longest excerpt, in UTF-16 code units: two lines of a wide list. */
const LONGEST = 240

interface TextRow {
  readonly article: ArticleId
  readonly rendition: RenditionId
  readonly text: Uint8Array
  readonly parts: string
  readonly captions: string
}

/**
 * Reads the beginnings of the bodies of many articles with one statement; links have none. A damaged text has none
 * either: a list is no place to refuse everything for it, and `verify` names it.
 */
export function createExcerptsOf(
  database: Database,
): (articles: readonly ArticleId[]) => ReadonlyMap<ArticleId, string | null> {
  const select = database.prepare<[string], TextRow>(
    `SELECT a.id AS article, r.id AS rendition, r.text_zstd AS text, r.parts, r.captions FROM article a
     JOIN version v ON v.id = a.current_version JOIN rendition r ON r.id = v.current_rendition
     WHERE a.id IN (SELECT value FROM json_each(?))`,
  )
  const excerptOf = rememberingExcerpts(recentTexts(database))
  return (articles) => new Map(select.all(JSON.stringify(articles)).map((row) => [row.article, excerptOf(row)]))
}

/** Excerpts remembered, by some 1 KB each; the pages of a list that a person goes back and forth in. */
const MOST_REMEMBERED = 1_000

interface Remembered {
  readonly of: string
  readonly excerpt: string | null
}

/** Most rows of a page were on the page before, as the next key of a query is typed. */
function rememberingExcerpts(readText: ReadText): (row: TextRow) => string | null {
  const known = new Map<RenditionId, Remembered>()
  return (row) => {
    const of = [checksumOf(row.text), row.parts, row.captions].join(' ')
    const before = known.get(row.rendition)
    if (before?.of === of) return before.excerpt
    if (known.size >= MOST_REMEMBERED) known.clear()
    const excerpt = excerptOf(row, readText)
    known.set(row.rendition, { of, excerpt })
    return excerpt
  }
}

function excerptOf({ rendition, text, parts, captions }: TextRow, readText: ReadText): string | null {
  try {
    const body = bodyOf({
      text: readText(rendition, text),
      parts: readJsonColumn(parts) as readonly TextPart[],
    })
    return beginningOf(afterCaptions(body, readJsonColumn(captions) as readonly Caption[]), LONGEST)
  } catch {
    return null
  }
}
