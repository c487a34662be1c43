import type { Database } from 'better-sqlite3'

/** A rendition's content as stored, and how a person finds it. */
export interface RenditionRow {
  readonly article: string
  readonly version: number
  readonly number: number
  readonly text_sha256: Uint8Array
  readonly text_length: number
  readonly parts: string
  readonly text_zstd: Uint8Array
  readonly html_zstd: Uint8Array
}

/** Reads renditions by row number. */
export function createReadRendition(database: Database): (id: number) => RenditionRow | undefined {
  const statement = database.prepare<[number], RenditionRow>(
    `SELECT article.uid AS article, version.number AS version, rendition.number, rendition.text_sha256,
            rendition.text_length, rendition.parts, rendition.text_zstd, rendition.html_zstd
     FROM rendition JOIN version ON version.id = rendition.version JOIN article ON article.id = version.article
     WHERE rendition.id = ?`,
  )
  return (id) => statement.get(id)
}
