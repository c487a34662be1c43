import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { isJsonObject, type Json } from '../../../shared/json.ts'
import type { PartialDate, ReaderHtml, RenditionId } from '../../../shared/model/identity.ts'
import type { Aside, Caption, TextPart } from '../../../shared/model/rendition.ts'
import type { ArchivedArticle } from '../../archive/ports/archived-article.ts'
import { readJsonColumn } from '../json-column.ts'
import { readZstdColumn } from '../zstd-column.ts'
import {
  archiveDamaged,
  checkedBytes,
  checkedCount,
  checkedHash,
  checkedInstant,
  checkedName,
  checkedText,
  checkedWord,
} from './checked.ts'

type Row = Readonly<
  Record<
    | 'number'
    | 'extractor'
    | 'extractorVersion'
    | 'created'
    | 'textSha256'
    | 'parts'
    | 'words'
    | 'title'
    | 'standfirst'
    | 'byline'
    | 'publication'
    | 'section'
    | 'published'
    | 'language'
    | 'direction'
    | 'contributors'
    | 'captions'
    | 'asides'
    | 'leadImage'
    | 'text'
    | 'html',
    unknown
  >
>

/** Renditions of another archive whole, their text compared with its hash. */
export function createOtherRendition(database: Database): ArchivedArticle['rendition'] {
  const select = database.prepare<[number], Row>(
    `SELECT r.number, r.extractor, r.extractor_version AS extractorVersion, r.created_at AS created,
       r.text_sha256 AS textSha256, r.parts, r.words, r.title, r.standfirst, r.byline, r.publication, r.section,
       r.published, r.language, r.direction, r.contributors, r.captions, r.asides, b.sha256 AS leadImage,
       r.text_zstd AS text, r.html_zstd AS html
     FROM rendition r LEFT JOIN blob b ON b.id = r.lead_image WHERE r.id = ?`,
  )
  const resources = database.prepare<[number], { readonly url: unknown; readonly sha256: unknown }>(
    'SELECT r.url, b.sha256 FROM resource r JOIN blob b ON b.id = r.blob WHERE r.rendition = ? ORDER BY r.url',
  )
  return (id) => {
    const row = select.get(id)
    if (row === undefined) throw archiveDamaged('a text is missing')
    const [textZstd, htmlZstd] = [checkedBytes(row.text), checkedBytes(row.html)]
    const text = readZstdColumn(id as RenditionId, 'text', textZstd)
    const textSha256 = checkedHash(row.textSha256)
    if (createHash('sha256').update(text).digest('hex') !== textSha256) throw archiveDamaged('a text in it was changed')
    const html = readZstdColumn(id as RenditionId, 'html', htmlZstd, Buffer.from(text)) as ReaderHtml
    return {
      number: checkedCount(row.number),
      created: checkedInstant(row.created),
      extractor: checkedName(row.extractor),
      extractorVersion: checkedName(row.extractorVersion),
      content: { ...contentOf(row, text.length), html, text },
      htmlZstd,
      textZstd,
      textSha256,
      // It belongs to the article, of whose texts one has it (`ArchivedArticle.fingerprint`).
      fingerprint: null,
      resources: resources.all(id).map(({ url, sha256 }) => ({ url: checkedName(url), blob: checkedHash(sha256) })),
    }
  }
}

function contentOf(row: Row, length: number) {
  return {
    parts: listOf(row.parts, (part) => toPart(part, length)),
    words: checkedCount(row.words),
    title: checkedText(row.title),
    standfirst: checkedText(row.standfirst),
    byline: checkedText(row.byline),
    publication: checkedText(row.publication),
    section: checkedText(row.section),
    published: checkedText(row.published) as PartialDate | null,
    language: checkedText(row.language),
    direction: checkedWord(['ltr', 'rtl'] as const, row.direction),
    contributors: listOf(row.contributors, (name) => (typeof name === 'string' ? name : undefined)),
    captions: listOf(row.captions, toCaption),
    asides: listOf(row.asides, toAside),
    leadImage: row.leadImage === null ? null : checkedHash(row.leadImage),
  }
}

function listOf<Item>(column: unknown, toItem: (value: Json) => Item | undefined): readonly Item[] {
  const list = readJsonColumn(checkedName(column))
  if (!Array.isArray(list)) throw archiveDamaged('a list in it is none')
  return list.map((value: Json) => {
    const item = toItem(value)
    if (item === undefined) throw archiveDamaged('a list in it holds what it cannot')
    return item
  })
}

function toPart(value: Json, length: number): TextPart | undefined {
  if (!isJsonObject(value)) return undefined
  const { kind, start, end } = value
  const known = (['header', 'caption', 'aside', 'footer'] as const).find((word) => word === kind)
  if (known === undefined || typeof start !== 'number' || typeof end !== 'number') return undefined
  return start >= 0 && start < end && end <= length ? { kind: known, start, end } : undefined
}

function toCaption(value: Json): Caption | undefined {
  if (!isJsonObject(value) || typeof value['text'] !== 'string') return undefined
  return { text: value['text'], credit: typeof value['credit'] === 'string' ? value['credit'] : null }
}

function toAside(value: Json): Aside | undefined {
  if (!isJsonObject(value)) return undefined
  const { title, text } = value
  return typeof title === 'string' && typeof text === 'string' ? { title, text } : undefined
}
