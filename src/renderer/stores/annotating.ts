import { defineStore } from 'pinia'
import type { Annotation, HighlightColor, SelectedPlace, TextQuote } from '../../shared/model/annotation.ts'
import type { AnnotationUid, ArticleUid, GestureUid, Instant, Uid } from '../../shared/model/identity.ts'
import { describeQuote } from '../../shared/text/describe-quote.ts'
import { theHost } from '../api.ts'
import { useReading } from './reading.ts'

/** A passage to mark: its place in the text shown. */
export interface NewMark {
  readonly place: SelectedPlace
  readonly color: HighlightColor
  readonly note: string | null
  /** Uid under which the mark is shown until it has its own. */
  readonly provisional: AnnotationUid
}

/** What a person does with highlights and notes of the open article. */
export const useAnnotating = defineStore('annotating', () => {
  const reading = useReading()

  /** Marks a passage. Shown at once; null when it was not kept (`useReading().problem` says why). */
  async function highlight(mark: NewMark): Promise<Annotation | null> {
    const { article } = reading
    if (article === null) return null
    const quote = describeQuote(article.text, mark.place.start, mark.place.end)
    const { exact, prefix, suffix } = quote
    return reading.change({ kind: 'add', annotation: provisional(article.uid, mark, quote) }, () =>
      theHost().client.request('annotation.highlight', {
        article: article.uid,
        quote: exact,
        prefix,
        suffix,
        color: mark.color,
        note: mark.note,
        tags: [],
        place: { ...mark.place },
      }),
    )
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
  async function recolor({ uid, note }: Annotation, color: HighlightColor): Promise<void> {
    await reading.change({ kind: 'edit', uid, changes: { color } }, () =>
      theHost().client.request('annotation.edit', { uid, color, note }),
    )
  }

  /** Sets the note; an empty one takes it away. */
  async function setNote({ uid }: Pick<Annotation, 'uid'>, words: string): Promise<void> {
    const note = words.trim() === '' ? null : words
    await reading.change({ kind: 'edit', uid, changes: { note } }, () =>
      theHost().client.request('annotation.edit', { uid, color: null, note }),
    )
  }

  /** Gives or takes a tag. */
  async function setTag({ uid, tags }: Annotation, tag: string, present: boolean): Promise<void> {
    const rest = tags.filter((one) => one !== tag)
    await reading.change({ kind: 'edit', uid, changes: { tags: present ? [...rest, tag] : rest } }, () =>
      theHost().client.request('annotation.tag', { uid, tag, present }),
    )
  }

  /** Deletes without asking; answers what to undo. */
  async function remove({ uid }: Pick<Annotation, 'uid'>): Promise<GestureUid | null> {
    return reading.remove(uid)
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

/** Whether an annotation is shown before it is kept: it cannot be changed yet. */
export function isProvisional({ uid }: Pick<Annotation, 'uid'>): boolean {
  return uid.startsWith('provisional-')
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
