import type { HighlightColor } from '../../../shared/model/annotation.ts'
import { escapeHtml } from './escape-html.ts'

/** A highlight in a text; half-open, UTF-16 code units of the reader HTML's text content. */
export interface HtmlMark {
  readonly start: number
  readonly end: number
  readonly color: HighlightColor
  /** Number of its note, referred to at its end; null = it has none. */
  readonly note: number | null
}

/** A stretch of text between two tags. */
interface Run {
  /** Where it begins in the HTML, and its length there. */
  readonly at: number
  readonly length: number
  readonly start: number
  readonly text: string
  readonly inLink: boolean
}

/** Tags have their attributes in double quotes, as the clean step writes them; the rest is text. */
const TOKEN = /<\/?([a-z][a-z\d]*)(?:[^">]|"[^"]*")*>|[^<]+/g
const ENTITY = /&(amp|lt|gt|quot|#39);/g
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Writes highlights and the numbers of their notes into reader HTML, whose tree stays as it is around them. */
export function markHtml(html: string, marks: readonly HtmlMark[]): string {
  const runs = runsOf(html)
  const references = placeReferences(runs, marks)
  let written = ''
  let from = 0
  for (const run of runs) {
    const end = run.start + run.text.length
    const here = marks.filter((mark) => mark.start < end && mark.end > run.start)
    if (here.length === 0) continue
    written += html.slice(from, run.at) + writeRun(run, here, references)
    from = run.at + run.length
  }
  return written + html.slice(from)
}

/** Stretches that may be marked: not white space between blocks, and nothing within a formula, where marks mean nothing. */
function runsOf(html: string): readonly Run[] {
  const runs: Run[] = []
  let start = 0
  let links = 0
  let formulas = 0
  for (const { 0: token, 1: name, index } of html.matchAll(TOKEN)) {
    const depth = token.startsWith('</') ? -1 : 1
    if (name === 'a') links += depth
    else if (name === 'math') formulas += depth
    if (name !== undefined) continue
    const text = token.replace(ENTITY, (entity, written: string) => CHARACTERS[written] ?? entity)
    const isSpaceAlone = text.trim() === '' && text.includes('\n')
    if (formulas === 0 && !isSpaceAlone) runs.push({ at: index, length: token.length, start, text, inLink: links > 0 })
    start += text.length
  }
  return runs
}

/** After which position of the text the numbers of notes stand: the last one of each mark that can be marked. */
function placeReferences(runs: readonly Run[], marks: readonly HtmlMark[]): ReadonlyMap<number, readonly number[]> {
  const placed = new Map<number, readonly number[]>()
  for (const { start, end, note } of marks) {
    const last = runs.findLast((run) => run.start < end && run.start + run.text.length > start)
    if (note === null || last === undefined) continue
    const at = Math.min(end, last.start + last.text.length)
    placed.set(at, [...(placed.get(at) ?? []), note])
  }
  return placed
}

function writeRun(run: Run, marks: readonly HtmlMark[], references: ReadonlyMap<number, readonly number[]>): string {
  const end = run.start + run.text.length
  const borders = new Set([run.start, end])
  for (const mark of marks) borders.add(Math.max(mark.start, run.start)).add(Math.min(mark.end, end))
  const cuts = [...borders].sort((one, other) => one - other)
  return cuts
    .slice(1)
    .map((to, index) => {
      const from = cuts[index] ?? run.start
      const text = escapeHtml(run.text.slice(from - run.start, to - run.start))
      // Of several that lie over one another the one that begins last is seen whole.
      const top = marks.findLast((mark) => mark.start <= from && mark.end >= to)
      const marked = top === undefined ? text : `<mark class="pen-${top.color}">${text}</mark>`
      return marked + (references.get(to) ?? []).map((note) => reference(note, run.inLink)).join('')
    })
    .join('')
}

function reference(note: number, inLink: boolean): string {
  const number = String(note)
  return inLink
    ? `<sup class="note-number">${number}</sup>`
    : `<sup class="note-number"><a href="#print-note-${number}">${number}</a></sup>`
}
