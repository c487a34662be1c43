import type { Passage, SearchAnswer, SearchHit } from '../../shared/model/search.ts'
import { displayTitle } from '../../shared/text/display-title.ts'
import { dayOf } from './day-of.ts'
import { describeQueryProblem } from '../../shared/text/describe-query-problem.ts'
import { printable, type Output } from './output.ts'

/** What is said about hits beside them. */
export interface PrintOptions {
  /** Also how every part of the query was understood. */
  readonly explain: boolean
  /** Hits before the first one here. */
  readonly offset: number
}

/** Prints one page of hits for a person. */
export function printAnswer(output: Output, answer: SearchAnswer, { explain, offset }: PrintOptions): void {
  const { total, milliseconds, understood } = answer
  if (answer.query.trim() === '') {
    output.line('The query is empty; give words to search for, or use "list" for all articles.')
    return
  }
  if (understood.relaxed) output.line('No article has all the words; these have some.')
  output.line(`${total} found in ${milliseconds.toFixed(1)} ms`)
  for (const part of understood.parts) {
    if (explain) output.line(`  ${part.sign} ${part.kind}: ${printable(part.text)}`)
    const problem = describeQueryProblem(part)
    if (problem !== undefined) output.line(`  ${printable(problem)}`)
  }
  for (const hit of answer.hits) printHit(output, hit)
  const left = total - offset - answer.hits.length
  if (answer.hits.length > 0 && left > 0) output.line(`… and ${left} more`)
}

function printHit(output: Output, hit: SearchHit): void {
  const title = displayTitle(hit)
  const facts = [hit.publication, dayOf(hit.published)].filter((fact) => fact !== null).join(', ')
  output.line(`${hit.uid}  ${printable(title)}${facts === '' ? '' : `  (${printable(facts)})`}`)
  for (const passage of hit.passages) {
    // Found in the headline alone: that stands in the line above.
    if (!title.includes(passage.text)) output.line(`    ${markedText(passage)}`)
  }
  for (const note of hit.notes) output.line(`    note: ${printable(note.note)}`)
}

/** The passage with its hits in brackets, which every terminal can show. */
function markedText({ text, marks }: Passage): string {
  let marked = ''
  let at = 0
  for (const [start, end] of marks) {
    marked += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return printable(marked + text.slice(at))
}
