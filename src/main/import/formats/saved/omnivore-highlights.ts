import type { DraftHighlight } from '../../../archive/prepared-article.ts'
import { aHighlight } from './a-highlight.ts'

/**
 * Reads an article's highlights as Omnivore writes them in Markdown. A quote begins with `> ` and runs to the next truly
 * empty line: only its blank lines were given a `> ` of their own. After it may come a line of labels and then a note;
 * what belongs to no quote is a note on the article.
 */
export function readOmnivoreHighlights(markdown: string): readonly DraftHighlight[] {
  const highlights: Stated[] = []
  for (const block of markdown.replaceAll('\r\n', '\n').split(/\n{2,}/)) {
    const text = block.replace(/^\n+|\s+$/g, '')
    if (text === '') continue
    const [last] = highlights.slice(-1)
    if (text.startsWith('> ') || text === '>') highlights.push({ quote: quoteOf(text), tags: [], note: null })
    else if (last === undefined || last.quote === null) highlights.push({ quote: null, tags: [], note: text })
    else highlights.splice(-1, 1, withAfterword(last, text))
  }
  return highlights.flatMap((one) => aHighlight(one))
}

interface Stated {
  readonly quote: string | null
  readonly tags: readonly string[]
  readonly note: string | null
}

function quoteOf(block: string): string {
  return block
    .split('\n')
    .map((line) => line.replace(/^>[ \t]?/, ''))
    .join('\n')
}

/** Labels stand before the note; once there is a note, a line of hashes is part of it. */
function withAfterword(highlight: Stated, text: string): Stated {
  const [first = '', ...rest] = text.split('\n')
  const labels = highlight.note === null && highlight.tags.length === 0 ? labelsOf(first) : null
  const note = (labels === null ? text : rest.join('\n')).trim()
  return {
    ...highlight,
    tags: labels ?? highlight.tags,
    note: [highlight.note, note].filter((part) => part !== null && part !== '').join('\n\n') || null,
  }
}

/** `#one #two words`; null for a line that is none of labels. */
function labelsOf(line: string): readonly string[] | null {
  if (!/^#[^\s#]/.test(line)) return null
  return line
    .split(/(?:^|\s)#(?=\S)/)
    .map((label) => label.trim())
    .filter((label) => label !== '')
}
