import { appError, Failure } from '../../shared/app-error.ts'
import type { Annotation, NewHighlight, TextQuote } from '../../shared/model/annotation.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { AnnotationUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import { anchorQuote } from '../../shared/text/anchor-quote.ts'
import type { AnchorMatch } from '../../shared/text/anchor-request.ts'
import { describeQuote } from '../../shared/text/describe-quote.ts'
import { findPlaces } from '../../shared/text/find-places.ts'
import { splitsSurrogatePair } from '../../shared/text/surrogate-pair.ts'
import type { TextRange } from '../../shared/text/text-range.ts'
import { anchoredOnAllVersions } from './anchor-on.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { ensureTag } from './ensure-tag.ts'
import { getAnnotation } from './get-annotation.ts'
import { getArticleRef } from './get-article-ref.ts'
import { runGesture } from './gesture.ts'
import type { StoredText } from './ports/article-records.ts'
import type { AnnotationSnapshot } from './ports/entities.ts'
import { setMembers } from './set-members.ts'

/**
 * Highlights a passage: where it was selected, or where its words stand in the current text; on other versions where it
 * is found there. Refused when the passage is not there (`archive/quote-not-found`), or stands several times and prefix and
 * suffix do not decide (`archive/quote-ambiguous`, with the places).
 */
export function addHighlight(ports: ArchivePorts, actor: Actor, wanted: NewHighlight): Result<Annotation> {
  return runGesture(ports, actor, (gesture) => {
    const stored = textOf(ports, wanted)
    const place = wanted.place === null ? choosePlace(stored.text, wanted) : selectedPlace(stored.text, wanted)
    const quote = describeQuote(stored.text, place.start, place.end)
    const uid = ports.newUid() as AnnotationUid
    const value: AnnotationSnapshot = {
      article: wanted.article,
      rendition: stored.rendition,
      quote,
      color: wanted.color,
      note: wanted.note,
      created: gesture.at,
      changed: gesture.at,
      anchors: [{ rendition: stored.rendition, ...place, status: 'placed' }],
    }
    const { id } = getArticleRef(ports, wanted.article)
    gesture.edit({ kind: 'annotation', subject: uid, value: anchoredOnAllVersions(ports, id, value) })
    for (const name of wanted.tags) {
      const tag = ensureTag(ports, gesture.unit, name, gesture.at)
      setMembers(ports, gesture, { kind: 'annotation-tag', group: tag, present: true }, [uid])
    }
    return getAnnotation(ports, uid)
  })
}

/** The text that was selected in, or the current one. */
function textOf(ports: ArchivePorts, { article: uid, place }: NewHighlight): StoredText {
  const { id } = getArticleRef(ports, uid)
  if (place !== null) {
    const { version, rendition } = place
    const selected = ports.records.numberedText(id, version, rendition)
    if (selected === undefined) throw new Failure(appError('archive/version-not-found', { uid, version, rendition }))
    return selected
  }
  const stored = ports.records.currentText(id)
  if (stored === undefined) throw new Failure(appError('archive/no-text', { uid }))
  return stored
}

/** A person's own selection is certain, however often the words stand in the text. */
function selectedPlace(text: string, { quote, place }: NewHighlight): AnchorMatch {
  const { start, end } = place ?? { start: 0, end: 0 }
  const isWhole = !splitsSurrogatePair(text, start) && !splitsSurrogatePair(text, end)
  if (quote.trim() === '' || text.slice(start, end) !== quote || !isWhole) {
    throw new Failure(appError('archive/quote-not-found', { quote }))
  }
  return { start, end, strategy: 'position', score: 1 }
}

function choosePlace(text: string, wanted: NewHighlight): AnchorMatch {
  const { quote, prefix, suffix } = wanted
  const places = findPlaces(text, quote)
  const selector: TextQuote = { exact: quote, prefix, suffix }
  if (places.length > 1 && !decides(text, places, selector)) {
    const listed = places.slice(0, 20).map(({ start, end }) => ({ start, end, ...describeQuote(text, start, end) }))
    throw new Failure(appError('archive/quote-ambiguous', { quote, count: places.length, places: listed }))
  }
  const found = quote.trim() === '' ? null : anchorQuote({ text, quote: selector })
  if (found === null) throw new Failure(appError('archive/quote-not-found', { quote }))
  return found
}

/** Whether what was said to stand around the passage fits exactly one of its places. */
function decides(text: string, places: readonly TextRange[], { prefix, suffix }: TextQuote): boolean {
  if (prefix === '' && suffix === '') return false
  const fits = places.filter(({ start, end }) => text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end))
  return fits.length === 1
}
