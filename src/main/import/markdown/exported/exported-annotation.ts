import type { DraftHighlight } from '../../../archive/prepared-article.ts'
import type { AnnotationLine } from './annotation-line.ts'
import { plainOfMarkdown, releaseNote, unquote } from './plain-of-markdown.ts'

/** Lines of a block quote at the beginning, and what follows them. */
export function splitQuote(lines: readonly string[]): { readonly quote: readonly string[]; readonly rest: string } {
  const end = lines.findIndex((line) => !line.startsWith('>'))
  const quote = lines.slice(0, end < 0 ? lines.length : end)
  return { quote, rest: lines.slice(quote.length).join('\n').trim() }
}

/** The annotation of lines that may begin with its quote. */
export function annotationOfLines(line: AnnotationLine, lines: readonly string[]): DraftHighlight {
  const { quote, rest } = line.isNote ? { quote: [], rest: lines.join('\n') } : splitQuote(lines)
  return exportedAnnotation(line, quote, rest)
}

/** The annotation of an export: `quote` lines are a block quote, none for a note on the article. */
export function exportedAnnotation(
  { uid, color, tags }: AnnotationLine,
  quote: readonly string[],
  note: string,
): DraftHighlight {
  const exact = plainOfMarkdown(unquote(quote)).trim()
  const written = releaseNote(note)
  return {
    uid,
    quote: exact === '' ? null : exact,
    prefix: '',
    suffix: '',
    color,
    note: written === '' ? null : written,
    tags,
    created: null,
  }
}
