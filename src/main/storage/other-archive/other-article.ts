import type { Database } from 'better-sqlite3'
import { READING_STATES } from '../../../shared/model/article.ts'
import type { ArticleUid, Uid } from '../../../shared/model/identity.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import { OVERRIDE_FIELDS } from '../../../shared/model/override.ts'
import type { ArchivedArticle, ArchivedPlace, ArchivedVersion } from '../../archive/ports/archived-article.ts'
import { readJsonColumn, readJsonObject } from '../json-column.ts'
import {
  archiveDamaged,
  checkedCount,
  checkedHash,
  checkedInstant,
  checkedName,
  checkedText,
  checkedUid,
  checkedWord,
} from './checked.ts'
import { FINGERPRINT_VALUES } from '../near-duplicates/bands.ts'
import { createOtherAnnotations } from './other-annotations.ts'
import { createOtherBlob } from './other-blob.ts'
import { createMemberships } from './other-memberships.ts'
import { createOtherRendition } from './other-rendition.ts'

const FINGERPRINT_BYTES = FINGERPRINT_VALUES * 4

type Row<Columns extends string> = Readonly<Record<Columns, unknown>> & { readonly id: number }
type ArticleRow = Row<
  | 'added'
  | 'changed'
  | 'state'
  | 'starred'
  | 'trashed'
  | 'current'
  | 'title'
  | 'positionRendition'
  | 'positionOffset'
  | 'positionQuote'
  | 'furthestRendition'
  | 'furthestOffset'
  | 'furthestQuote'
>

/** Articles of another archive; texts and bytes are left where they are until somebody asks. */
export function createOtherArticle(database: Database, archive: Uid): (uid: ArticleUid) => ArchivedArticle {
  const select = database.prepare<[string], ArticleRow>(
    `SELECT a.id, a.added_at AS added, a.changed_at AS changed, a.state, a.starred, a.trashed_at AS trashed,
       v.uid AS current, l.title, a.position_rendition AS positionRendition, a.position_offset AS positionOffset,
       a.position_quote AS positionQuote, a.furthest_rendition AS furthestRendition,
       a.furthest_offset AS furthestOffset, a.furthest_quote AS furthestQuote
     FROM article a LEFT JOIN version v ON v.id = a.current_version AND v.article = a.id LEFT JOIN article_listing l ON l.article = a.id
     WHERE a.uid = ?`,
  )
  const parts = {
    sources: createSources(database),
    versions: createVersions(database),
    overrides: createOverrides(database),
    annotations: createOtherAnnotations(database),
    tags: createMemberships(database, 'article-tag'),
    collections: createMemberships(database, 'article-collection'),
    fingerprint: createFingerprint(database),
  }
  const rendition = createOtherRendition(database)
  const blob = createOtherBlob(database)
  return (uid) => {
    const row = select.get(uid)
    if (row === undefined) throw archiveDamaged('an article is missing')
    return {
      kind: 'archived',
      archive,
      uid,
      title: checkedText(row.title),
      added: checkedInstant(row.added),
      changed: checkedInstant(row.changed),
      marks: {
        state: checkedWord(READING_STATES, row.state),
        starred: row.starred === 1,
        trashed: row.trashed === null ? null : checkedInstant(row.trashed),
      },
      current: checkedUid(row.current),
      sources: parts.sources(row.id),
      versions: parts.versions(row.id),
      overrides: parts.overrides(row.id),
      annotations: parts.annotations(row.id),
      tags: parts.tags(row.id),
      collections: parts.collections(row.id),
      fingerprint: parts.fingerprint(row.id),
      stopped: placeOf(row.positionRendition, row.positionOffset, row.positionQuote),
      furthest: placeOf(row.furthestRendition, row.furthestOffset, row.furthestQuote),
      wishes: { tags: [], collections: [] },
      rendition,
      blob,
    }
  }
}

function placeOf(rendition: unknown, offset: unknown, quote: unknown): ArchivedPlace | null {
  if (rendition === null || offset === null) return null
  return { rendition: checkedCount(rendition), offset: checkedCount(offset), quote: checkedText(quote) ?? '' }
}

function createFingerprint(database: Database): (article: number) => ArchivedArticle['fingerprint'] {
  const select = database.prepare<[number], Row<'rendition' | 'fingerprint'>>(
    'SELECT article AS id, rendition, fingerprint FROM near_duplicate WHERE article = ?',
  )
  return (article) => {
    const row = select.get(article)
    // It is derived: one of another make is left out and made again with the next text.
    if (!(row?.fingerprint instanceof Uint8Array) || row.fingerprint.length !== FINGERPRINT_BYTES) return null
    return { rendition: checkedCount(row.rendition), bytes: row.fingerprint }
  }
}

function createSources(database: Database): (article: number) => ArchivedArticle['sources'] {
  const select = database.prepare<[number], Row<'service' | 'sourceId' | 'url' | 'canonicalUrl'>>(
    `SELECT id, service, source_id AS sourceId, url, canonical_url AS canonicalUrl FROM article_source
     WHERE article = ? ORDER BY id`,
  )
  return (article) =>
    select.all(article).map(({ service, sourceId, url, canonicalUrl }) => ({
      service: checkedText(service),
      sourceId: checkedText(sourceId),
      url: checkedText(url),
      canonicalUrl: checkedText(canonicalUrl),
    }))
}

function createVersions(database: Database): (article: number) => readonly ArchivedVersion[] {
  const select = database.prepare<
    [number],
    Row<'uid' | 'number' | 'captured' | 'original' | 'mediaType' | 'parameters' | 'notes' | 'current'>
  >(
    `SELECT v.id, v.uid, v.number, v.captured_at AS captured, b.sha256 AS original, v.media_type AS mediaType,
       v.parameters, v.notes, v.current_rendition AS current
     FROM version v LEFT JOIN blob b ON b.id = v.source_blob WHERE v.article = ? ORDER BY v.number`,
  )
  const renditions = database.prepare<[number], Row<'extractor' | 'extractorVersion' | 'text'>>(
    `SELECT id, extractor, extractor_version AS extractorVersion, text_sha256 AS text FROM rendition
     WHERE version = ? ORDER BY number`,
  )
  return (article) =>
    select.all(article).map((row) => ({
      uid: checkedUid(row.uid),
      number: checkedCount(row.number),
      captured: checkedInstant(row.captured),
      original: row.original === null ? null : checkedHash(row.original),
      mediaType: checkedText(row.mediaType),
      parameters: readJsonObject(checkedName(row.parameters)),
      notes: notesOf(row.notes),
      current: row.current === null ? null : checkedCount(row.current),
      renditions: renditions.all(row.id).map(({ id, extractor, extractorVersion, text }) => ({
        id,
        extractor: checkedName(extractor),
        extractorVersion: checkedName(extractorVersion),
        text: checkedHash(text),
      })),
    }))
}

function notesOf(column: unknown): readonly ItemNote[] {
  const notes = readJsonColumn(checkedName(column))
  if (!Array.isArray(notes)) throw archiveDamaged('remarks in it are no list')
  return notes as readonly ItemNote[]
}

function createOverrides(database: Database): (article: number) => ArchivedArticle['overrides'] {
  const select = database.prepare<[number], Row<'uid' | 'field' | 'value' | 'created' | 'changed'>>(
    `SELECT article AS id, uid, field, value, created_at AS created, changed_at AS changed FROM article_field_override
     WHERE article = ? ORDER BY field`,
  )
  return (article) =>
    select.all(article).map(({ uid, field, value, created, changed }) => ({
      field: checkedWord(OVERRIDE_FIELDS, field),
      value: {
        uid: checkedUid(uid),
        value: checkedText(value),
        created: checkedInstant(created),
        changed: checkedInstant(changed),
      },
    }))
}
