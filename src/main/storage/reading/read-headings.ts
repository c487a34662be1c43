import type { Database } from 'better-sqlite3'
import type { Heading } from '../../../shared/model/heading.ts'
import type { ArticleUid, RenditionId } from '../../../shared/model/identity.ts'
import { headingsOf } from '../../../shared/text/headings-of.ts'
import { readZstdColumn } from '../zstd-column.ts'

interface HtmlRow {
  readonly id: RenditionId
  readonly text: Uint8Array
  readonly html: Uint8Array
}

/** Reads the headings of an article's current text. Throws `Failure` `storage/damaged` when it is. */
export function createReadHeadings(database: Database): (article: ArticleUid) => readonly Heading[] {
  const select = database.prepare<[ArticleUid], HtmlRow>(
    `SELECT r.id, r.text_zstd AS text, r.html_zstd AS html FROM article a
     JOIN version v ON v.id = a.current_version JOIN rendition r ON r.id = v.current_rendition WHERE a.uid = ?`,
  )
  return (article) => {
    const row = select.get(article)
    if (row === undefined) return []
    const text = readZstdColumn(row.id, 'text', row.text)
    return headingsOf(readZstdColumn(row.id, 'html', row.html, Buffer.from(text)))
  }
}
