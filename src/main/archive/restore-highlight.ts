import type { AnnotationUid, ArticleId } from '../../shared/model/identity.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import { describeQuote } from '../../shared/text/describe-quote.ts'
import { anchoredOnAllVersions } from './anchor-on.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { ensureTag } from './ensure-tag.ts'
import type { Gesture } from './gesture.ts'
import { placeQuote } from './place-quote.ts'
import type { ArticleRef, StoredText } from './ports/article-records.ts'
import type { AnnotationSnapshot } from './ports/entities.ts'
import type { DraftHighlight } from './prepared-article.ts'
import { quotedNote } from './waiting-quote.ts'
import { setMembers } from './set-members.ts'

/** Restores one highlight or note; one without a place in the text (none for a link) is kept as an orphan and noted. */
export function restoreHighlight(
  ports: ArchivePorts,
  gesture: Gesture,
  { article, stored }: { readonly article: ArticleRef; readonly stored: StoredText | undefined },
  draft: DraftHighlight,
): readonly ItemNote[] {
  const place = stored === undefined || draft.quote === null ? placeless(draft) : placeIn(stored, draft)
  if (hasAnnotation(ports, article.id, place) || wasHere(ports, draft.uid)) return []
  const uid = draft.uid ?? (ports.newUid() as AnnotationUid)
  const created = draft.created ?? gesture.at
  const value = { article: article.uid, ...place, color: draft.color, created, changed: created }
  gesture.edit({ kind: 'annotation', subject: uid, value: anchoredOnAllVersions(ports, article.id, value) })
  for (const name of draft.tags) {
    const group = ensureTag(ports, gesture.unit, name, gesture.at)
    setMembers(ports, gesture, { kind: 'annotation-tag', group, present: true }, [uid])
  }
  const isOrphan = place.anchors.some(({ status }) => status === 'orphan')
  return isOrphan ? [{ kind: 'unplaced-highlight', details: { quote: draft.quote } }] : []
}

/** An annotation of that uid is here, or was deleted here: an older copy of it says nothing new. */
function wasHere(ports: ArchivePorts, uid: AnnotationUid | undefined): boolean {
  if (uid === undefined) return false
  return ports.entities.read('annotation', uid) !== null || ports.restoring.deletedAt('annotation', uid) !== undefined
}

type Place = Pick<AnnotationSnapshot, 'rendition' | 'quote' | 'note' | 'anchors'>

function placeIn(stored: StoredText, { quote, prefix, suffix, note }: DraftHighlight): Place {
  const asked = { exact: quote ?? '', prefix, suffix }
  const anchor = placeQuote(stored, asked)
  const { start, end } = anchor
  const found = start === null || end === null ? asked : describeQuote(stored.text, start, end)
  return { rendition: stored.rendition, quote: found, note, anchors: [anchor] }
}

/** A note on the article; a quote of an article without text has nothing to lie on and waits in the note (`waiting-quote.ts`). */
function placeless({ quote, note }: DraftHighlight): Place {
  return { rendition: null, quote: null, note: quote === null ? note : quotedNote(quote, note), anchors: [] }
}

/** Whether the same highlight or note is there already, as after the same export imported twice. */
function hasAnnotation(ports: ArchivePorts, article: ArticleId, { quote, note }: Place): boolean {
  return ports.reading
    .annotationsOf(article)
    .some(({ value }) => (value.quote?.exact ?? null) === (quote?.exact ?? null) && value.note === note)
}
