import type { Database } from 'better-sqlite3'
import { withinEdits } from './edit-distance.ts'
import { createMoment } from './moment.ts'
import { bitsOf } from './row-set.ts'
import { endOfLanguage, parseWordToken, toWordToken } from './word-form.ts'

/** Finds the forms of a language within so many edits of a word, as tokens of `search_word`. */
export type FindNearby = (word: string, language: string, edits: number) => readonly string[]

/** The forms of one language, laid out to be looked through quickly: 500 000 take some 15 MB. */
interface Forms {
  /** Joined without anything between; `starts` has one more than there are forms. */
  readonly joined: string
  readonly starts: Uint32Array
  /** Which letters a form has, a bit each (letters share bits). */
  readonly masks: Uint32Array
}

/** Rows of `search_word`, of which each holds the forms that one article brought. */
interface Rows {
  readonly count: number
  readonly last: number
}

interface LaidOut {
  readonly forms: Forms
  readonly moment: string
  readonly rows: Rows
  /** When, in milliseconds. */
  readonly at: number
}

/** So few are laid out anew whenever some came: it takes 25 ms. */
const FEW = 20_000
/** How long forms of an import wait, in milliseconds for each form laid out: twenty times as long as laying out takes. */
const REST = 0.025

const ROWS = 'SELECT count(*) AS count, coalesce(max(id), 0) AS last FROM search_word_docsize'
const FORMS = 'SELECT term FROM search_vocabulary WHERE term >= ? AND term < ? ORDER BY term'

/**
 * Looks through every form, as the first letter may be the wrong one. Forms are read from the index once and kept until
 * some come or go; of each only length and letters are compared first, which leaves one in a hundred to look at. While an
 * import brings forms with every batch, those of the last seconds are not among them in a large archive.
 */
export function createFindNearby(database: Database, now: () => number = () => performance.now()): FindNearby {
  const read = database.prepare<[string, string], string>(FORMS).pluck()
  const rowsOf = database.prepare<[], Rows>(ROWS)
  const momentOf = createMoment(database)
  const byLanguage = new Map<string, LaidOut>()
  const formsOf = (language: string): Forms => {
    const known = byLanguage.get(language)
    const moment = momentOf()
    if (known?.moment === moment) return known.forms
    const rows = rowsOf.get() ?? { count: 0, last: 0 }
    if (known !== undefined && isSame(known.rows, rows)) byLanguage.set(language, { ...known, moment })
    else if (known === undefined || !mayWait(known, rows, now())) {
      const forms = layOut(read.iterate(toWordToken({ language, surface: '' }), endOfLanguage(language)))
      byLanguage.set(language, { forms, moment, rows, at: now() })
    }
    return byLanguage.get(language)?.forms ?? NO_FORMS
  }
  return (word, language, edits) =>
    nearbyIn(formsOf(language), word, edits).map((surface) => toWordToken({ language, surface }))
}

const NO_FORMS: Forms = { joined: '', starts: new Uint32Array(1), masks: new Uint32Array() }

function isSame(one: Rows, other: Rows): boolean {
  return one.count === other.count && one.last === other.last
}

/** Forms that came may wait; those that went must be gone, as they may say what was deleted. */
function mayWait({ forms, rows, at }: LaidOut, present: Rows, now: number): boolean {
  const came = present.last - rows.last
  const onlyCame = came > 0 && present.count - rows.count === came
  const count = forms.masks.length
  return onlyCame && count > FEW && now - at < count * REST
}

function layOut(terms: Iterable<string>): Forms {
  const pieces: string[] = []
  const starts = [0]
  const masks: number[] = []
  let length = 0
  for (const term of terms) {
    const { surface } = parseWordToken(term)
    pieces.push(surface)
    length += surface.length
    starts.push(length)
    masks.push(lettersOf(surface))
  }
  return { joined: pieces.join(''), starts: Uint32Array.from(starts), masks: Uint32Array.from(masks) }
}

function nearbyIn({ joined, starts, masks }: Forms, word: string, edits: number): readonly string[] {
  const mask = lettersOf(word)
  const found: string[] = []
  for (let at = 0; at < masks.length; at += 1) {
    const start = starts[at] ?? 0
    const end = starts[at + 1] ?? start
    if (Math.abs(end - start - word.length) > edits) continue
    // A substitution changes two letters at most, every other edit one.
    if (bitsOf((masks[at] ?? 0) ^ mask) > 2 * edits) continue
    const surface = joined.slice(start, end)
    if (withinEdits(word, surface, edits)) found.push(surface)
  }
  return found
}

function lettersOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask >>> 0
}
