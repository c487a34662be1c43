import { defineStore } from 'pinia'
import type { Annotation, HighlightColor, SelectedPlace, TextQuote } from '../../shared/model/annotation.ts'
import type { AnnotationUid, ArticleUid, GestureUid, Instant, Uid } from '../../shared/model/identity.ts'
import { describeQuote } from '../../shared/text/describe-quote.ts'
import { theHost } from '../api.ts'
import { createKeptMarks } from './kept-marks.ts'
import { useReading } from './reading.ts'

/** A passage to mark: its place in the text shown. */
export interface NewMark {
  readonly place: SelectedPlace
  readonly color: HighlightColor
  readonly note: string | null
  /** Uid under which the mark is shown until it has its own. */
  readonly provisional: AnnotationUid
  /** Told in the moment in which it has it. */
  readonly onKept: (annotation: Annotation) => void
}

/** What a person does with highlights and notes of the open article. */
export const useAnnotating = defineStore('annotating', () => {
  const reading = useReading()
  const keptMarks = createKeptMarks()

  /** Marks a passage. Shown at once; null when it was not kept (`useReading().problem` says why). */
  async function highlight(mark: NewMark): Promise<Annotation | null> {
    const { article } = reading
    if (article === null) return null
    const quote = describeQuote(article.text, mark.place.start, mark.place.end)
    const shown = provisional(article.uid, mark, quote)
    const ask = () => theHost().client.request('annotation.highlight', requestOf(article.uid, mark, quote))
    return keptMarks.follow(mark.provisional, reading.change({ kind: 'add', annotation: shown }, ask, mark.onKept))
  }

  /** As it is shown now: what else waited for it may have changed it just before. */
  function asShown(uid: AnnotationUid): Annotation | undefined {
    return reading.article?.annotations.find((one) => one.uid === uid)
  }

  /** Writes a note on the whole article. */
  async function addNote(note: string): Promise<Annotation | null> {
    const { article } = reading
    if (article === null) return null
    return reading.change({ kind: 'add', annotation: { ...emptyNote(article.uid), note } }, () =>
      theHost().client.request('annotation.note', { article: article.uid, note }),
    )
  }

  /** Changes the pen. */
  async function recolor(annotation: Pick<Annotation, 'uid'>, color: HighlightColor): Promise<void> {
    const uid = await keptMarks.uidOf(annotation.uid)
    const now = uid === null ? undefined : asShown(uid)
    if (uid === null || now === undefined) return
    await reading.change({ kind: 'edit', uid, changes: { color } }, () =>
      theHost().client.request('annotation.edit', { uid, color, note: now.note }),
    )
  }

  /** Sets the note; an empty one takes it away. */
  async function setNote(annotation: Pick<Annotation, 'uid'>, words: string): Promise<void> {
    const uid = await keptMarks.uidOf(annotation.uid)
    if (uid === null) return
    const note = words.trim() === '' ? null : words
    await reading.change({ kind: 'edit', uid, changes: { note } }, () =>
      theHost().client.request('annotation.edit', { uid, color: null, note }),
    )
  }

  /** Gives or takes a tag. */
  async function setTag(annotation: Pick<Annotation, 'uid'>, tag: string, present: boolean): Promise<void> {
    const uid = await keptMarks.uidOf(annotation.uid)
    if (uid === null) return
    const rest = (asShown(uid)?.tags ?? []).filter((one) => one !== tag)
    await reading.change({ kind: 'edit', uid, changes: { tags: present ? [...rest, tag] : rest } }, () =>
      theHost().client.request('annotation.tag', { uid, tag, present }),
    )
  }

  /** Deletes without asking; answers what to undo. */
  async function remove(annotation: Pick<Annotation, 'uid'>): Promise<GestureUid | null> {
    const uid = await keptMarks.uidOf(annotation.uid)
    return uid === null ? null : reading.remove(uid)
  }

  return { highlight, addNote, recolor, setNote, setTag, remove }
})

const EMPTY = { quote: null, color: null, note: null, tags: [], anchors: [] } as const

/** A note on an article that has no words yet: it is kept when it has. */
export function emptyNote(article: ArticleUid): Annotation {
  return { ...EMPTY, uid: newProvisionalUid(), article, created: now(), changed: now() }
}

/** A uid that no archive knows, for what is shown before it is kept. */
export function newProvisionalUid(): AnnotationUid {
  return `provisional-${crypto.randomUUID()}` as Uid as AnnotationUid
}

function requestOf(article: ArticleUid, { place, color, note }: NewMark, { exact, prefix, suffix }: TextQuote) {
  return { article, quote: exact, prefix, suffix, color, note, tags: [], place: { ...place } }
}

function provisional(article: Annotation['article'], mark: NewMark, quote: TextQuote): Annotation {
  const { start, end, version, rendition } = mark.place
  return {
    ...EMPTY,
    uid: mark.provisional,
    article,
    quote,
    color: mark.color,
    note: mark.note,
    created: now(),
    changed: now(),
    anchors: [{ version, rendition, start, end, strategy: 'position', score: 1, status: 'placed' }],
  }
}

function now(): Instant {
  return new Date().toISOString() as Instant
}
