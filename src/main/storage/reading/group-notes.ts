import { HIGHLIGHT_COLORS } from '../../../shared/model/annotation.ts'
import type { ArticleId, Instant } from '../../../shared/model/identity.ts'
import type { NoteGrouping } from '../../../shared/model/note-list.ts'
import { foldName } from '../../../shared/text/fold-name.ts'
import type { ListedNote } from './listed-note.ts'

/** A row of the list: a note under one of its headings. */
export interface NoteLine {
  readonly note: ListedNote
  /** Key of the heading, see `NoteGroup`. */
  readonly group: string
}

/** What the order of groups needs to know beyond the notes that are shown. */
export interface GroupingFacts {
  /** All notes, whatever the conditions: the order of articles must not change with them. */
  readonly notes: readonly ListedNote[]
  /** Names of a note's tags, in their order; asked for only when tags are the headings. */
  readonly tagsOf: (note: ListedNote) => readonly string[]
}

/** Puts notes under their headings and both in order (`NoteListAnswer`). */
export function groupNotes(
  shown: readonly ListedNote[],
  grouping: NoteGrouping,
  { notes, tagsOf }: GroupingFacts,
): readonly NoteLine[] {
  switch (grouping) {
    case 'article':
      return byArticle(shown, newestNotes(notes)).map((note) => ({ note, group: note.articleUid }))
    case 'tag':
      return byKeys(shown, (note) => orUntagged(tagsOf(note)), foldName, true)
    case 'pen':
      return byKeys(shown, ({ color }) => [color ?? 'none'], penOrder, false)
    case 'month':
      return byKeys(shown, ({ created }) => [monthOf(created)], newestMonth, false)
  }
}

function orUntagged(tags: readonly string[]): readonly string[] {
  return tags.length === 0 ? [''] : tags
}

/** Orders groups by a rank of their key, notes within from the newest; the empty key last where it is asked for. */
function byKeys(
  notes: readonly ListedNote[],
  keysOf: (note: ListedNote) => readonly string[],
  rankOf: (key: string) => string,
  emptyLast: boolean,
): readonly NoteLine[] {
  const groups = new Map<string, ListedNote[]>()
  for (const note of notes) {
    for (const key of keysOf(note)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [note])
      else group.push(note)
    }
  }
  const ranked = [...groups.keys()].map((key) => ({ key, rank: emptyLast && key === '' ? LAST : rankOf(key) }))
  return ranked
    .toSorted((one, other) => compare(one.rank, other.rank))
    .flatMap(({ key: group }) => (groups.get(group) ?? []).toSorted(fromNewest).map((note) => ({ note, group })))
}

/** After every name a person can write. */
const LAST = '\u{10FFFF}'

function penOrder(key: string): string {
  const index = HIGHLIGHT_COLORS.findIndex((color) => color === key)
  return index === -1 ? '9' : String(index)
}

/** The month of an instant by the clock of this machine, as `2026-11`. */
function monthOf(instant: Instant): string {
  const moment = new Date(instant)
  return `${String(moment.getFullYear()).padStart(4, '0')}-${String(moment.getMonth() + 1).padStart(2, '0')}`
}

/** Later months come first: digits are turned into their complement to nine. */
function newestMonth(month: string): string {
  return month.replaceAll(/\d/g, (digit) => String(9 - Number(digit)))
}

function fromNewest(one: ListedNote, other: ListedNote): number {
  return compare(other.created, one.created) || other.id - one.id
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** When the newest note was made on each article: editing one moves nothing. */
function newestNotes(notes: readonly ListedNote[]): ReadonlyMap<ArticleId, Instant> {
  const last = new Map<ArticleId, Instant>()
  for (const { article, created } of notes) {
    const known = last.get(article)
    if (known === undefined || created > known) last.set(article, created)
  }
  return last
}

/** By article, the one with the newest note first; within one notes on it, then the order of the text, then orphans. */
function byArticle(notes: readonly ListedNote[], last: ReadonlyMap<ArticleId, Instant>): readonly ListedNote[] {
  const placeOf = ({ quote, start }: ListedNote): number => (quote === null ? -1 : (start ?? Number.MAX_SAFE_INTEGER))
  return notes.toSorted((one, other) => {
    if (one.article === other.article) return placeOf(one) - placeOf(other) || one.id - other.id
    return compare(last.get(other.article) ?? '', last.get(one.article) ?? '') || other.article - one.article
  })
}
