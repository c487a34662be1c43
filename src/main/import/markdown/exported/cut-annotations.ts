import type { ArticleUid } from '../../../../shared/model/identity.ts'
import type { DraftHighlight } from '../../../archive/prepared-article.ts'
import { parseAnnotationLine } from './annotation-line.ts'
import { annotationOfLines, exportedAnnotation, splitQuote } from './exported-annotation.ts'
import { unquote } from './plain-of-markdown.ts'

/** The text of an export, and the annotations that stood below it. */
export interface CutAnnotations {
  readonly text: string
  readonly highlights: readonly DraftHighlight[]
}

const SECTION = /^## (?:Highlights(?: without a place in the present text)?|Notes)$/

/** Obsidian's callouts of the export: quote, orphan, note; behind the kind the annotation's link. */
const CALLOUT = /^> \[!(quote|warning|note)\]-? (\[.*)$/

/**
 * Cuts the lists of highlights and notes off the end of an export by the flavours `plain` and `obsidian`. An article's own
 * heading of the same words stays text: below it no link of an annotation follows before the next heading. What a person
 * wrote below the lists stays text too.
 */
export function cutAnnotations(markdown: string, article: ArticleUid): CutAnnotations {
  const lines = markdown.split('\n')
  const isInText = createFindInText(markdown)
  const starts = lines.flatMap((line, at) => (SECTION.test(line) ? [at] : []))
  const highlights: DraftHighlight[] = []
  let text = lines
  for (const start of starts) {
    const end = starts.find((next) => next > start) ?? lines.length
    const section = readSection(lines.slice(start + 1, end), { article, isInText })
    if (section.highlights.length === 0) continue
    if (highlights.length === 0) text = lines.slice(0, start)
    highlights.push(...section.highlights)
    text = [...text, ...section.rest]
  }
  return { text: text.join('\n').trim(), highlights }
}

interface Section {
  readonly highlights: readonly DraftHighlight[]
  readonly rest: readonly string[]
}

/** What an annotation's lines are held against. */
interface Exported {
  readonly article: ArticleUid
  readonly isInText: (markdown: string) => boolean
}

function readSection(lines: readonly string[], exported: Exported): Section {
  const highlights: DraftHighlight[] = []
  let begin = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.startsWith('#')) break
    const callout = at < begin ? null : readCallout(lines, at, exported)
    if (callout !== null) {
      highlights.push(callout.highlight)
      begin = callout.end
      continue
    }
    const said = at < begin ? null : parseAnnotationLine(line, exported.article)
    if (said === null) continue
    highlights.push(annotationOfLines(said, lines.slice(begin, at).join('\n').trim().split('\n')))
    begin = at + 1
  }
  return { highlights, rest: lines.slice(begin) }
}

function readCallout(
  lines: readonly string[],
  at: number,
  { article, isInText }: Exported,
): { readonly highlight: DraftHighlight; readonly end: number } | null {
  const [, kind, link] = CALLOUT.exec(lines[at] ?? '') ?? []
  const said = link === undefined ? null : parseAnnotationLine(link, article)
  if (said === null) return null
  const block = splitQuote(lines.slice(at + 1)).quote
  const end = at + 1 + block.length
  const quote = kind === 'note' ? [] : quoteIn(block, isInText)
  return { highlight: exportedAnnotation(said, quote, unquote(block.slice(quote.length))), end }
}

/** A note follows the quote in one block; where a line is empty, that which is in the text so far is quote. */
function quoteIn(block: readonly string[], isInText: Exported['isInText']): readonly string[] {
  const ends = block.flatMap((line, at) => (line === '>' ? [at] : []))
  const longest = [...ends, block.length].toReversed().find((end) => isInText(unquote(block.slice(0, end))))
  return block.slice(0, longest ?? ends[0] ?? block.length)
}

/** Whether words stand in the text, by their letters and digits alone; of links only what is shown. */
function createFindInText(markdown: string): Exported['isInText'] {
  const lettersOf = (text: string): string => text.replaceAll(/\]\([^)\s]*\)|[^\p{L}\p{N}]/gu, '')
  // The annotations themselves say nothing of what the text holds.
  const text = lettersOf(markdown.split(/^> \[!(?:quote|warning|note)\]/m)[0] ?? '')
  return (words) => text.includes(lettersOf(words))
}
