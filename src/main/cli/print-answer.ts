import type { Passage, SearchAnswer } from '../../shared/model/search.ts'
import { displayTitle } from '../../shared/text/display-title.ts'
import { describeQueryProblem } from '../../shared/text/describe-query-problem.ts'
import { printable, type Output } from './output.ts'

/** Prints one page of hits for a person; with `explain` also how every part of the query was understood. */
export function printAnswer(output: Output, answer: SearchAnswer, explain: boolean): void {
  const { total, milliseconds, understood } = answer
  if (understood.relaxed) output.line('No article has all the words; these have some.')
  output.line(`${total} found in ${milliseconds.toFixed(1)} ms`)
  for (const part of understood.parts) {
    if (explain) output.line(`  ${part.sign} ${part.kind}: ${printable(part.text)}`)
    const problem = describeQueryProblem(part)
    if (problem !== undefined) output.line(`  ${printable(problem)}`)
  }
  for (const hit of answer.hits) {
    const facts = [hit.publication, hit.published].filter((fact) => fact !== null).join(', ')
    output.line(`${hit.uid}  ${printable(displayTitle(hit))}${facts === '' ? '' : `  (${printable(facts)})`}`)
    for (const passage of hit.passages) output.line(`    ${markedText(passage)}`)
    for (const note of hit.notes) output.line(`    note: ${printable(note.note)}`)
  }
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
