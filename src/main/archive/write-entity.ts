import type { ArticleUid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { indexArticle } from './index-article.ts'
import type { EntityKind, EntityValues } from './ports/entities.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'

/** A value to put in the place of a subject; null takes it away. */
export interface EntityWrite<Kind extends EntityKind = EntityKind> {
  readonly kind: Kind
  readonly subject: string
  readonly value: EntityValues[Kind] | null
}

/**
 * Writes one entity and everything derived from it (list row, index entry, notes index) in the same transaction. Edits,
 * undo and imports all go through here, so the derived can never fall behind.
 */
export function writeEntity<Kind extends EntityKind>(
  ports: ArchivePorts,
  unit: UnitOfWork,
  write: EntityWrite<Kind>,
): void {
  const annotationRow = write.kind === 'annotation' ? ports.organising.annotationRow(uidOf(write.subject)) : undefined
  const article = articleOf(ports, write)
  const changesText = isSearched(ports, write)
  ports.entities.write(unit, write.kind, write.subject, write.value)
  if (annotationRow !== undefined && write.value === null) ports.index.removeNote(unit, annotationRow)
  if (article === undefined || !isDerivedFrom(write.kind)) return
  const id = ports.organising.articleIdOf(article)
  if (id === undefined) return
  ports.reading.refreshListing(unit, id)
  if (write.kind === 'annotation') refreshNote(ports, unit, write.subject)
  else if (changesText) indexArticle(ports, unit, id)
}

/** Whether the index holds what this write changes; stars and reading states are not worth analysing a text again. */
function isSearched(ports: ArchivePorts, write: EntityWrite): boolean {
  if (write.kind === 'override') return SEARCHED_FIELDS.has(write.subject.slice(write.subject.indexOf('/') + 1))
  if (write.kind !== 'article') return false
  const after = write.value as EntityValues['article'] | null
  return (ports.entities.read('article', write.subject)?.trashed ?? null) !== (after?.trashed ?? null)
}

const SEARCHED_FIELDS: ReadonlySet<string> = new Set(['title', 'standfirst', 'byline', 'language'])

/** Kinds whose change shows in the list row or in the index. */
function isDerivedFrom(kind: EntityKind): boolean {
  return kind === 'article' || kind === 'override' || kind === 'annotation'
}

function uidOf(subject: string): ArticleUid {
  return subject as ArticleUid
}

/** The article concerned, read before the write: afterwards a deleted annotation no longer knows its article. */
function articleOf(ports: ArchivePorts, write: EntityWrite): ArticleUid | undefined {
  if (write.kind === 'article') return uidOf(write.subject)
  if (write.kind === 'override') return uidOf(write.subject.slice(0, write.subject.indexOf('/')))
  if (write.kind !== 'annotation') return undefined
  return (
    ports.entities.read('annotation', write.subject)?.article ??
    (write.value as EntityValues['annotation'] | null)?.article
  )
}

function refreshNote(ports: ArchivePorts, unit: UnitOfWork, annotation: string): void {
  const row = ports.organising.annotationRow(uidOf(annotation))
  const value = ports.entities.read('annotation', annotation)
  if (row === undefined || value === null) return
  const article = ports.organising.articleIdOf(value.article)
  const input = article === undefined ? undefined : ports.reading.indexInput(article)
  if (value.note === null || value.note === '' || input?.trashed === true) ports.index.removeNote(unit, row)
  else ports.index.putNote(unit, row, value.note, input?.input.language ?? null)
}
