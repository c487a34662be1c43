import type { RenditionId } from '../../shared/model/identity.ts'
import { describeQuote } from '../../shared/text/describe-quote.ts'
import { anchoredOnAllVersions } from './anchor-on.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { Gesture } from './gesture.ts'
import { placeQuote } from './place-quote.ts'
import type { ArticleRef } from './ports/article-records.ts'

/** A quote that has no text yet to lie on, as a note that a person can read: Markdown's `>` before its lines. */
export function quotedNote(quote: string, note: string | null): string {
  const quoted = quote.split('\n').map((line) => `> ${line}`)
  return [...quoted, ...(note === null ? [] : ['', note])].join('\n')
}

/** Quote and note of such a note again; null for a note that is none. */
function readQuotedNote(text: string): { readonly quote: string; readonly note: string | null } | null {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('> '))
  const quoted = lines.slice(0, end < 0 ? lines.length : end)
  const rest = lines.slice(quoted.length)
  if (quoted.length === 0 || (rest.length > 0 && rest[0] !== '')) return null
  const note = rest.slice(1).join('\n')
  return { quote: quoted.map((line) => line.slice(2)).join('\n'), note: note === '' ? null : note }
}

/**
 * Gives quotes that waited in notes their place, once the text has come. One whose words are not found stays the note
 * it is: nothing is lost, and it is not passed off as a highlight.
 */
export function placeWaitingQuotes(
  ports: ArchivePorts,
  gesture: Gesture,
  article: ArticleRef,
  rendition: RenditionId,
): void {
  const waiting = ports.reading.annotationsOf(article.id).flatMap(({ uid, value }) => {
    const read = value.quote === null && value.note !== null ? readQuotedNote(value.note) : null
    return read === null ? [] : [{ uid, value, ...read }]
  })
  if (waiting.length === 0) return
  const stored = ports.records.text(rendition)
  if (stored === undefined) throw new Error(`rendition ${String(rendition)} has no text`)
  for (const { uid, value, quote, note } of waiting) {
    const anchor = placeQuote(stored, { exact: quote, prefix: '', suffix: '' })
    if (anchor.start === null || anchor.end === null) continue
    const placed = { rendition, quote: describeQuote(stored.text, anchor.start, anchor.end), note, anchors: [anchor] }
    const everywhere = anchoredOnAllVersions(ports, article.id, { ...value, ...placed })
    gesture.edit({ kind: 'annotation', subject: uid, value: everywhere })
  }
}
