import type { TextQuote } from '../../shared/model/annotation.ts'
import type { ArticleId, RenditionId } from '../../shared/model/identity.ts'
import { describeQuote } from '../../shared/text/describe-quote.ts'
import { foldText } from '../../shared/text/fold-text.ts'
import type { PlaceHint } from '../../shared/text/place-hint.ts'
import { prepareText, type PreparedText } from '../../shared/text/prepare-text.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { placeQuote } from './place-quote.ts'
import type { AnchorSnapshot, AnnotationSnapshot } from './ports/entities.ts'

/** Text of a rendition, prepared for anchoring; undefined when there is no such row. */
export type TextOf = (rendition: RenditionId) => PreparedText | undefined

/** Texts of renditions, each read and prepared once: comparing two whole texts is worth it for all highlights together. */
export function createTextOf(ports: Pick<ArchivePorts, 'records'>): TextOf {
  const known = new Map<RenditionId, PreparedText | undefined>()
  return (rendition) => {
    if (!known.has(rendition)) {
      const stored = ports.records.text(rendition)
      known.set(rendition, stored === undefined ? undefined : prepareText(stored.text))
    }
    return known.get(rendition)
  }
}

/**
 * The place of a highlight on a text, or an orphan there. What a person placed by hand is searched for as it stood there; a
 * place whose words a person rejected is not given again.
 */
export function anchorOn(
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

/**
 * The highlight with a place, or as an orphan, on the text of every version of its article. Places it has stay; where it
 * is an orphan it is looked for once more, for a place given by hand since tells what it became.
 */
export function anchoredOnAllVersions(
  ports: Pick<ArchivePorts, 'records'>,
  article: ArticleId,
  value: AnnotationSnapshot,
  textOf: TextOf = createTextOf(ports),
): AnnotationSnapshot {
  if (value.quote === null) return value
  const settled = new Set(value.anchors.flatMap(({ rendition, status }) => (status === 'orphan' ? [] : [rendition])))
  const wanted = ports.records.currentRenditions(article).filter((rendition) => !settled.has(rendition))
  const found = wanted.flatMap((rendition) => {
    const text = textOf(rendition)
    return text === undefined ? [] : [anchorOn(value, { rendition, text }, textOf)]
  })
  const others = value.anchors.filter(({ rendition }) => !found.some((anchor) => anchor.rendition === rendition))
  return { ...value, anchors: [...others, ...found] }
}
