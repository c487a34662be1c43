import { appError, Failure } from '../../shared/app-error.ts'
import type { Json } from '../../shared/json.ts'
import type { ArticleUid, RenditionId, Uid } from '../../shared/model/identity.ts'
import { sameJson } from '../../shared/same-json.ts'
import { toJson } from '../../shared/to-json.ts'
import { anchoredOnAllVersions } from './anchor-on.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { AnchorSnapshot, AnnotationSnapshot, ArticleMarks, EntityKind, EntityValues } from './ports/entities.ts'
import type { IMPORT_CHANGE, StoredChange } from './ports/history.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import { anchorMissing } from './reanchor-annotations.ts'
import { writeEntity } from './write-entity.ts'

/** A change of one subject, as all are but an import's. */
export type EntityChange = Exclude<StoredChange, { readonly kind: typeof IMPORT_CHANGE }>

type Value = EntityValues[EntityKind]

/**
 * Puts back what stood in the place of a subject before a change.
 *
 * @throws Failure `archive/undo-conflict` when something newer stands on it.
 */
export function takeBack(ports: ArchivePorts, unit: UnitOfWork, change: EntityChange): void {
  const { kind, subject } = change
  if (staysInUse(ports, change)) return
  writeEntity(ports, unit, { kind, subject, value: valueToPutBack(ports, change) })
  const [uid = ''] = subject.split('/')
  const article = kind === 'chosen-element' ? ports.records.find(uid as ArticleUid) : undefined
  if (article !== undefined) anchorMissing(ports, unit, article)
}

/**
 * Looks whether a change could be taken back now.
 *
 * @throws Failure `archive/undo-conflict`.
 */
export function assertTakeBack(ports: ArchivePorts, change: EntityChange): void {
  if (!staysInUse(ports, change)) valueToPutBack(ports, change)
}

function valueToPutBack(ports: ArchivePorts, change: EntityChange): Value | null {
  const { kind, subject } = change
  const current = ports.entities.read(kind, subject)
  if (change.kind === 'article') return marksToPutBack(change, current as ArticleMarks | null)
  if (!sameJson(comparable(current), comparable(change.after)) || isMadeAndInUse(ports, change)) throw conflict(change)
  if (change.kind !== 'annotation' || change.before === null) return change.before
  if (current !== null && 'anchors' in current) return { ...change.before, anchors: anchorsToPutBack(change, current) }
  return withCurrentPlace(ports, change.before)
}

const MARKS = ['state', 'starred', 'trashed'] as const

/** State, star and Trash are three things: reading on is no reason why a star could not be taken back. */
function marksToPutBack(change: EntityChange & { kind: 'article' }, current: ArticleMarks | null): ArticleMarks {
  const { before, after } = change
  if (before === null || after === null || current === null) throw conflict(change)
  const isNewer = MARKS.some(
    (mark) => before[mark] !== after[mark] && current[mark] !== after[mark] && current[mark] !== before[mark],
  )
  if (isNewer) throw conflict(change)
  const put = <Mark extends keyof ArticleMarks>(mark: Mark): ArticleMarks[Mark] =>
    before[mark] === after[mark] ? current[mark] : before[mark]
  return { state: put('state'), starred: put('starred'), trashed: put('trashed') }
}

/** A collection or tag that was made and is in use since: taking it away would take more than it gave. */
function isMadeAndInUse(ports: ArchivePorts, { kind, subject, before }: EntityChange): boolean {
  return (kind === 'collection' || kind === 'tag') && before === null && ports.organising.isInUse(subject as Uid)
}

/** What an import made on its way stays when it is in use: an import's undo is about its articles. */
function staysInUse(ports: ArchivePorts, change: EntityChange): boolean {
  return change.actor === 'import' && isMadeAndInUse(ports, change)
}

function conflict({ kind, subject }: EntityChange): Failure {
  return new Failure(appError('archive/undo-conflict', { kind, subject }))
}

/** A value without what a rebuild may have changed since, which is no conflict: places, and a rendition. */
function comparable(value: Value | null): Json {
  if (value !== null && 'anchors' in value) return toJson({ ...value, anchors: [] })
  return toJson(value !== null && 'element' in value ? { element: value.element, encoding: value.encoding } : value)
}

/**
 * Places that the change itself gave or took go back; the others stay, for a rebuild may have added some, which is no
 * conflict.
 *
 * @throws Failure `archive/undo-conflict` when the text's place was changed once more.
 */
function anchorsToPutBack(
  change: EntityChange & { kind: 'annotation' },
  current: AnnotationSnapshot,
): readonly AnchorSnapshot[] {
  const on = (value: AnnotationSnapshot | null, rendition: RenditionId): AnchorSnapshot | undefined =>
    value?.anchors.find((anchor) => anchor.rendition === rendition)
  const same = (a: AnchorSnapshot | undefined, b: AnchorSnapshot | undefined): boolean =>
    sameJson(toJson(a ?? null), toJson(b ?? null))
  const all = [change.before, change.after, current].flatMap((value) => value?.anchors ?? [])
  const renditions = [...new Set(all.map(({ rendition }) => rendition))].toSorted((a, b) => a - b)
  return renditions.flatMap((rendition) => {
    const [before, after, now] = [on(change.before, rendition), on(change.after, rendition), on(current, rendition)]
    if (!same(before, after) && !same(after, now)) throw conflict(change)
    return (same(before, after) ? now : before) ?? []
  })
}

/** A highlight that was deleted gets a place on texts that came since. */
function withCurrentPlace(ports: ArchivePorts, snapshot: AnnotationSnapshot): AnnotationSnapshot {
  const article = ports.records.find(snapshot.article)
  return article === undefined ? snapshot : anchoredOnAllVersions(ports, article.id, snapshot)
}
