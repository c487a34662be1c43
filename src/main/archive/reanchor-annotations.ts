import type { RenditionId } from '../../shared/model/identity.ts'
import { anchoredOnAllVersions, anchorOn, createTextOf } from './anchor-on.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { ArticleRef } from './ports/article-records.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import { writeEntity } from './write-entity.ts'

/** How the annotations of an article fared on a new text. */
export interface ReanchorReport {
  readonly placed: number
  readonly orphans: number
}

/**
 * Gives every highlight of an article a place on a new rendition, or marks it an orphan there; places on other
 * renditions stay as they are. Part of the transaction that makes the rendition current.
 */
export function reanchorAnnotations(
  ports: ArchivePorts,
  unit: UnitOfWork,
  article: ArticleRef,
  rendition: RenditionId,
): ReanchorReport {
  const annotations = ports.reading.annotationsOf(article.id).filter(({ value }) => value.quote !== null)
  if (annotations.length === 0) return { placed: 0, orphans: 0 }
  const textOf = createTextOf(ports)
  const text = textOf(rendition)
  if (text === undefined) throw new Error(`rendition ${String(rendition)} has no text`)
  let placed = 0
  for (const { uid, value } of annotations) {
    const anchor = anchorOn(value, { rendition, text }, textOf)
    const others = value.anchors.filter((other) => other.rendition !== rendition)
    // An archive of an earlier program lacks places on versions older than the one a highlight was made on.
    const everywhere = anchoredOnAllVersions(ports, article.id, { ...value, anchors: [...others, anchor] }, textOf)
    writeEntity(ports, unit, { kind: 'annotation', subject: uid, value: everywhere })
    if (anchor.status === 'placed') placed++
  }
  return { placed, orphans: annotations.length - placed }
}

/** Gives highlights a place on texts of their article that became current without them, as by an undo. */
export function anchorMissing(ports: ArchivePorts, unit: UnitOfWork, article: ArticleRef): void {
  const textOf = createTextOf(ports)
  for (const { uid, value } of ports.reading.annotationsOf(article.id)) {
    writeEntity(ports, unit, {
      kind: 'annotation',
      subject: uid,
      value: anchoredOnAllVersions(ports, article.id, value, textOf),
    })
  }
}
