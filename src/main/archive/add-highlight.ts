import { appError, Failure } from '../../shared/app-error.ts'
import type { Annotation, HighlightColor, TextQuote } from '../../shared/model/annotation.ts'
import type { AnnotationUid, ArticleUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import { anchorQuote } from '../../shared/text/anchor-quote.ts'
import type { AnchorMatch } from '../../shared/text/anchor-request.ts'
import { describeQuote } from '../../shared/text/describe-quote.ts'
import { findPlaces } from '../../shared/text/find-places.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { ensureTag } from './ensure-tag.ts'
import { runGesture } from './gesture.ts'
import { setMembers } from './organise-articles.ts'
import type { StoredText } from './ports/article-records.ts'
import type { Actor } from './ports/history.ts'

/** A passage to highlight, named by its words; prefix and suffix decide when it stands several times. */
export interface NewHighlight {
  readonly article: ArticleUid
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly color: HighlightColor
  readonly note: string | null
  readonly tags: readonly string[]
}

/**
 * Highlights a passage of the current text. Refused when the passage is not there (`archive/quote-not-found`), or
 * stands several times and prefix and suffix do not decide (`archive/quote-ambiguous`, with the places).
 */
export function addHighlight(ports: ArchivePorts, actor: Actor, wanted: NewHighlight): Result<Annotation> {
  return runGesture(ports, actor, (gesture) => {
    const stored = textOf(ports, wanted.article)
    const place = choosePlace(stored.text, wanted)
    const quote = describeQuote(stored.text, place.start, place.end)
    const uid = ports.newUid() as AnnotationUid
    gesture.edit({
      kind: 'annotation',
      subject: uid,
      value: {
        article: wanted.article,
        rendition: stored.rendition,
        quote,
        color: wanted.color,
        note: wanted.note,
        created: gesture.at,
        changed: gesture.at,
        anchors: [{ rendition: stored.rendition, ...place, status: 'placed' }],
      },
    })
    for (const name of wanted.tags) {
      const tag = ensureTag(ports, gesture.unit, name, gesture.at)
      setMembers(ports, gesture, { kind: 'annotation-tag', group: tag, present: true }, [uid])
    }
    return getAnnotation(ports, uid)
  })
}

function textOf(ports: ArchivePorts, uid: ArticleUid): StoredText {
  const article = ports.records.find(uid)
  if (article === undefined) throw new Failure(appError('archive/article-not-found', { uid }))
  const stored = ports.records.currentText(article.id)
  if (stored === undefined) throw new Failure(appError('archive/no-text', { uid }))
  return stored
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
function decides(
  text: string,
  places: readonly { readonly start: number; readonly end: number }[],
  { prefix, suffix }: TextQuote,
): boolean {
  if (prefix === '' && suffix === '') return false
  const fits = places.filter(({ start, end }) => text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end))
  return fits.length === 1
}

/** The annotation just written. */
export function getAnnotation(ports: ArchivePorts, uid: AnnotationUid): Annotation {
  const annotation = ports.reading.annotation(uid)
  if (annotation === undefined) throw new Failure(appError('archive/annotation-not-found', { uid }))
  return annotation
}
