import type { RenditionId } from '../../shared/model/identity.ts'
import type { PlaceHint } from '../../shared/text/place-hint.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { placeQuote } from './place-quote.ts'
import type { ArticleRef, StoredText } from './ports/article-records.ts'
import type { AnnotationSnapshot } from './ports/entities.ts'
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
  const stored = ports.records.text(rendition)
  if (stored === undefined) throw new Error(`rendition ${String(rendition)} has no text`)
  let placed = 0
  for (const { uid, value } of annotations) {
    const next = withAnchor(ports, value, stored)
    writeEntity(ports, unit, { kind: 'annotation', subject: uid, value: next })
    if (next.anchors.find((anchor) => anchor.rendition === rendition)?.status === 'placed') placed++
  }
  return { placed, orphans: annotations.length - placed }
}

function withAnchor(ports: ArchivePorts, value: AnnotationSnapshot, stored: StoredText): AnnotationSnapshot {
  if (value.quote === null) return value
  const others = value.anchors.filter(({ rendition }) => rendition !== stored.rendition)
  return { ...value, anchors: [...others, placeQuote(stored, value.quote, placeItWasMadeAt(ports, value))] }
}

/** The place on the rendition the highlight was made on: the one that is certain. */
function placeItWasMadeAt(ports: ArchivePorts, value: AnnotationSnapshot): PlaceHint | undefined {
  const made = value.anchors.find(({ rendition }) => rendition === value.rendition)
  if (made?.start === undefined || made.start === null || made.end === null) return undefined
  const text = ports.records.text(made.rendition)?.text
  return text === undefined ? undefined : { start: made.start, end: made.end, textLength: text.length }
}
