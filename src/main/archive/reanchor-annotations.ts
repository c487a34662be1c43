import type { TextQuote } from '../../shared/model/annotation.ts'
import type { RenditionId } from '../../shared/model/identity.ts'
import { describeQuote } from '../../shared/text/describe-quote.ts'
import { foldText } from '../../shared/text/fold-text.ts'
import type { PlaceHint } from '../../shared/text/place-hint.ts'
import { prepareText, type PreparedText } from '../../shared/text/prepare-text.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { placeQuote } from './place-quote.ts'
import type { ArticleRef } from './ports/article-records.ts'
import type { AnchorSnapshot, AnnotationSnapshot } from './ports/entities.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import { writeEntity } from './write-entity.ts'

/** How the annotations of an article fared on a new text. */
export interface ReanchorReport {
  readonly placed: number
  readonly orphans: number
}

/**
 * Gives every highlight of an article a place on a new rendition, or marks it an orphan there; places on other
 * renditions stay as they are. What a person placed by hand is searched for as it stood there; a place whose words a
 * person rejected is not given again. Part of the transaction that makes the rendition current.
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
    writeEntity(ports, unit, { kind: 'annotation', subject: uid, value: { ...value, anchors: [...others, anchor] } })
    if (anchor.status === 'placed') placed++
  }
  return { placed, orphans: annotations.length - placed }
}

type TextOf = (rendition: RenditionId) => PreparedText | undefined

/** Texts of renditions, each read and prepared once: comparing two whole texts is worth it for all highlights together. */
function createTextOf(ports: ArchivePorts): TextOf {
  const known = new Map<RenditionId, PreparedText | undefined>()
  return (rendition) => {
    if (!known.has(rendition)) {
      const stored = ports.records.text(rendition)
      known.set(rendition, stored === undefined ? undefined : prepareText(stored.text))
    }
    return known.get(rendition)
  }
}

function anchorOn(
  value: AnnotationSnapshot,
  on: { readonly rendition: RenditionId; readonly text: PreparedText },
  textOf: TextOf,
): AnchorSnapshot {
  const { quote, hint } = askedFor(value, textOf)
  const anchor = placeQuote(on, quote, hint)
  if (anchor.start === null || anchor.end === null) return anchor
  const words = wordsAt(on.text, anchor.start, anchor.end)
  const isRejected = value.anchors.some(({ status, rendition, start, end }) => {
    const text = status === 'rejected' && start !== null && end !== null ? textOf(rendition) : undefined
    return text !== undefined && wordsAt(text, start ?? 0, end ?? 0) === words
  })
  return isRejected ? { ...anchor, score: 0, status: 'rejected' } : anchor
}

function wordsAt({ text }: PreparedText, start: number, end: number): string {
  return foldText(text.slice(start, end)).text.trim()
}

/** The newest place given by hand with the words there, else the one the highlight was made at: both are certain. */
function askedFor(value: AnnotationSnapshot, textOf: TextOf): { quote: TextQuote; hint: PlaceHint | undefined } {
  const quote = value.quote ?? { exact: '', prefix: '', suffix: '' }
  const byHand = value.anchors.filter(({ strategy, status }) => strategy === 'manual' && status === 'placed')
  const certain = byHand.at(-1) ?? value.anchors.find(({ rendition }) => rendition === value.rendition)
  const text = certain === undefined ? undefined : textOf(certain.rendition)
  if (text === undefined || certain?.status !== 'placed' || certain.start === null || certain.end === null) {
    return { quote, hint: undefined }
  }
  const { start, end, strategy } = certain
  const hint = { start, end, textLength: text.text.length, text }
  return { quote: strategy === 'manual' ? describeQuote(text.text, start, end) : quote, hint }
}
