import type { ArticleId, ArticleUid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { indexArticle } from './index-article.ts'
import type { EntityKind, EntityValues, Written } from './ports/entities.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'

/** A value to put in the place of a subject; null takes it away. */
export interface EntityWrite<Kind extends EntityKind = EntityKind> {
  readonly kind: Kind
  readonly subject: string
  readonly value: EntityValues[Kind] | null
}

/**
 * Writes one entity and everything derived from it (list row, index entry, notes index) in the same transaction. Edits,
 * undo and imports all go through here, so the derived can never fall behind. A value that stood there already changes
 * nothing.
 */
export function writeEntity<Kind extends EntityKind>(
  ports: ArchivePorts,
  unit: UnitOfWork,
  write: EntityWrite<Kind>,
): Written<EntityValues[Kind]> {
  const annotationRow = write.kind === 'annotation' ? ports.organising.annotationRow(uidOf(write.subject)) : undefined
  const written = ports.entities.write(unit, write.kind, write.subject, write.value)
  if (!written.changed) return written
  if (annotationRow !== undefined && write.value === null) ports.index.removeNote(unit, annotationRow)
  const article = articleOf(write, written)
  const id = article === undefined ? undefined : ports.organising.articleIdOf(article)
  if (id === undefined) return written
  if (write.kind === 'article') ports.reading.refreshMarks(unit, id)
  else ports.reading.refreshListing(unit, id)
  if (write.kind === 'annotation') refreshNote(ports, unit, write.subject)
  else if (isSearched(write) || lacksEntry(ports, id, written)) indexArticle(ports, unit, id)
  return written
}

/** Whether the index holds what this write changed; marks are not worth analysing a text again. */
function isSearched({ kind, subject }: EntityWrite): boolean {
  if (kind === 'current-version' || kind === 'chosen-element') return true
  return kind === 'override' && SEARCHED_FIELDS.has(subject.slice(subject.indexOf('/') + 1))
}

/** Whether an article came back from the Trash without its entry: in archives of schema 1 nothing there had one. */
function lacksEntry(
  ports: ArchivePorts,
  article: ArticleId,
  { before, after }: Written<EntityValues[EntityKind]>,
): boolean {
  return isTrashed(before) && !isTrashed(after) && !ports.index.has(article)
}

function isTrashed(value: EntityValues[EntityKind] | null): boolean {
  return value !== null && 'trashed' in value && value.trashed !== null
}

const SEARCHED_FIELDS: ReadonlySet<string> = new Set(['title', 'standfirst', 'byline', 'language'])

function uidOf(subject: string): ArticleUid {
  return subject as ArticleUid
}

/** The article whose list row or index entry shows the change, if one does. */
function articleOf(
  { kind, subject }: EntityWrite,
  { before, after }: Written<EntityValues[EntityKind]>,
): ArticleUid | undefined {
  if (kind === 'article' || kind === 'current-version') return uidOf(subject)
  if (kind === 'override' || kind === 'chosen-element') return uidOf(subject.slice(0, subject.indexOf('/')))
  const value = before ?? after
  return kind === 'annotation' && value !== null && 'article' in value ? value.article : undefined
}

function refreshNote(ports: ArchivePorts, unit: UnitOfWork, annotation: string): void {
  const row = ports.organising.annotationRow(uidOf(annotation))
  const value = ports.entities.read('annotation', annotation)
  if (row === undefined || value === null) return
  const article = ports.organising.articleIdOf(value.article)
  const input = article === undefined ? undefined : ports.reading.indexInput(article)
  if (value.note === null || value.note === '') ports.index.removeNote(unit, row)
  else ports.index.putNote(unit, row, value.note, input?.input.language ?? null)
}
