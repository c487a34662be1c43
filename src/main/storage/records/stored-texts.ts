import type { Database } from 'better-sqlite3'
import type { ArticleRecords, ReadTexts, StoredText } from '../../archive/ports/article-records.ts'
import type { ArticleId, RenditionId } from '../../../shared/model/identity.ts'
import type { TextPart } from '../../../shared/model/rendition.ts'
import { readJsonColumn } from '../json-column.ts'
import { recentTexts, type ReadText } from '../recent-texts.ts'
import { readZstdColumn } from '../zstd-column.ts'

interface TextRow {
  readonly rendition: RenditionId
  readonly text: Uint8Array
  readonly parts: string
}

const CURRENT_TEXT = `SELECT a.id AS article, r.id AS rendition, r.text_zstd AS text, r.parts FROM article a
  JOIN version v ON v.id = a.current_version JOIN rendition r ON r.id = v.current_rendition`

/** Texts of renditions. Reading one throws `Failure` `storage/damaged` when its bytes are. */
export function createStoredTexts(database: Database): Pick<ArticleRecords, 'currentText' | 'numberedText' | 'text'> {
  const current = database.prepare<[ArticleId], TextRow>(`${CURRENT_TEXT} WHERE a.id = ?`)
  const any = database.prepare<[RenditionId], TextRow>(
    'SELECT id AS rendition, text_zstd AS text, parts FROM rendition WHERE id = ?',
  )
  const numbered = database.prepare<[ArticleId, number, number], TextRow>(
    `SELECT r.id AS rendition, r.text_zstd AS text, r.parts FROM version v JOIN rendition r ON r.version = v.id
     WHERE v.article = ? AND v.number = ? AND r.number = ?`,
  )
  return {
    numberedText: (article, version, rendition) => toStoredText(numbered.get(article, version, rendition)),
    currentText: (article) => toStoredText(current.get(article)),
    text: (rendition) => toStoredText(any.get(rendition)),
  }
}

/** Reads the current texts of many articles with one statement, however many they are. */
export function createReadTexts(database: Database): ReadTexts {
  const select = database.prepare<[string], TextRow & { readonly article: ArticleId }>(
    `${CURRENT_TEXT} WHERE a.id IN (SELECT value FROM json_each(?))`,
  )
  const readText = recentTexts(database)
  return (articles) =>
    new Map(select.all(JSON.stringify(articles)).map(({ article, ...row }) => [article, readStoredText(row, readText)]))
}

function toStoredText(row: TextRow | undefined): StoredText | undefined {
  return row === undefined ? undefined : readStoredText(row, readOnce)
}

const readOnce: ReadText = (rendition, compressed) => readZstdColumn(rendition, 'text', compressed)

function readStoredText({ rendition, text, parts }: TextRow, readText: ReadText): StoredText {
  return {
    rendition,
    text: readText(rendition, text),
    parts: readJsonColumn(parts) as readonly TextPart[],
  }
}
