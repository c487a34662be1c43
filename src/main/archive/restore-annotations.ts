import type { RenditionId } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { ArchivedAnnotation, ArchivedMembership, OtherRendition } from './ports/archived-article.ts'
import type { Gesture } from './gesture.ts'
import { placeQuote } from './place-quote.ts'
import type { ArticleRef } from './ports/article-records.ts'
import type { AnnotationSnapshot, MembershipKind } from './ports/entities.ts'
import type { ShelfNames } from './restore-shelves.ts'

/** Where annotations of another archive go. */
export interface AnnotationPlace {
  readonly article: ArticleRef
  /** Whether the article was here before: then what was deleted here since stays deleted. */
  readonly known: boolean
  readonly renditions: ReadonlyMap<OtherRendition, RenditionId>
  readonly names: ShelfNames
}

/** Puts highlights and notes in place: of equal uid the newer change wins; the same words with the same note are one. */
export function restoreAnnotations(
  ports: ArchivePorts,
  gesture: Gesture,
  annotations: readonly ArchivedAnnotation[],
  place: AnnotationPlace,
): void {
  for (const annotation of annotations) {
    if (!restoreAnnotation(ports, gesture, annotation, place)) continue
    const tags = { kind: 'annotation-tag', member: annotation.uid } as const
    restoreMemberships(ports, gesture, annotation.tags, { ...place, ...tags })
  }
}

/** Whether the annotation of that uid is here afterwards. */
function restoreAnnotation(
  ports: ArchivePorts,
  gesture: Gesture,
  annotation: ArchivedAnnotation,
  place: AnnotationPlace,
): boolean {
  const { uid, changed } = annotation
  const here = ports.entities.read('annotation', uid)
  if (here !== null && (here.article !== place.article.uid || here.changed >= changed)) {
    return here.article === place.article.uid
  }
  if (here === null && place.known) {
    const deleted = ports.restoring.deletedAt('annotation', uid)
    if ((deleted !== undefined && deleted >= changed) || saysTheSame(ports, annotation, place)) return false
  }
  gesture.edit({ kind: 'annotation', subject: uid, value: valueOf(ports, annotation, place) })
  return true
}

function saysTheSame(ports: ArchivePorts, { quote, note }: ArchivedAnnotation, { article }: AnnotationPlace): boolean {
  return ports.reading
    .annotationsOf(article.id)
    .some(({ value }) => (value.quote?.exact ?? null) === (quote?.exact ?? null) && value.note === note)
}

function valueOf(
  ports: ArchivePorts,
  annotation: ArchivedAnnotation,
  { article, known, renditions }: AnnotationPlace,
): AnnotationSnapshot {
  const rendition = annotation.rendition === null ? null : (renditions.get(annotation.rendition) ?? null)
  const quote = rendition === null ? null : annotation.quote
  const placed = annotation.anchors.flatMap((anchor) => {
    const here = renditions.get(anchor.rendition)
    return here === undefined ? [] : [{ ...anchor, rendition: here }]
  })
  // On a text that only this archive has it lies nowhere yet.
  const current = quote === null || !known ? undefined : ports.records.currentText(article.id)
  const hasPlace = current === undefined || placed.some((anchor) => anchor.rendition === current.rendition)
  const found = quote === null || current === undefined || hasPlace ? [] : [placeQuote(current, quote)]
  // Two texts there may be one text here.
  const anchors = [...new Map([...placed, ...found].map((anchor) => [anchor.rendition, anchor])).values()]
  const { color, note, created, changed } = annotation
  const places = quote === null ? [] : anchors
  return { article: article.uid, rendition, quote, color, note, created, changed, anchors: places }
}

/** Puts memberships in place; one that was taken away here since stays away. */
export function restoreMemberships(
  ports: ArchivePorts,
  gesture: Gesture,
  memberships: readonly ArchivedMembership[],
  { kind, member, known, names }: Pick<AnnotationPlace, 'known' | 'names'> & { kind: MembershipKind; member: string },
): void {
  for (const { group, value } of memberships) {
    const here = names.get(group)
    if (here === undefined || ports.entities.read(kind, `${member}/${here}`) !== null) continue
    const deleted = known ? ports.restoring.deletedAt(kind, value.uid) : undefined
    if (deleted !== undefined && deleted >= value.changed) continue
    const uid = ports.restoring.isTaken(kind, value.uid) ? ports.newUid() : value.uid
    gesture.edit({ kind, subject: `${member}/${here}`, value: { ...value, uid } })
  }
}
