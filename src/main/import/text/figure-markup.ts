import type { Caption } from '../../../shared/model/rendition.ts'
import { element, type Markup } from '../markup.ts'
import { type Block, blockText } from './block.ts'
import { type CaptionLine, isCaptionLabelled, isCreditLine, parseCaption, withoutCaptionLabel } from './caption.ts'
import { creditName } from './credit.ts'

/** Reads a block as a caption: words with their credit, a credit alone, or lines of which the last is the credit. */
export function captionOf(block: Block): CaptionLine | null {
  if (block.shape === 'verse') return block.lines.length > 4 ? null : captionOfLines(block.lines)
  if (block.shape !== 'text') return null
  const text = blockText(block)
  if (isCreditLine(text)) {
    const inner = /^[([（](.*)[)\]）]$/u.exec(text)?.[1] ?? text
    return { words: '', credit: text, creditName: creditName(inner) }
  }
  return parseCaption(text)
}

/** The credit stands below the words, or above them where a page labels both (`Image source, …`, `Image caption, …`). */
function captionOfLines(lines: readonly string[]): CaptionLine | null {
  const [first = '', second = ''] = lines
  if (lines.length === 2 && isCreditLine(first) && isCaptionLabelled(second)) {
    return { words: second, credit: first, creditName: creditName(first), creditFirst: true }
  }
  const last = lines.at(-1) ?? ''
  if (!isCreditLine(last)) return null
  return {
    words: lines.slice(0, -1).join(' '),
    credit: last,
    creditName: creditName(last.replace(/^[([（]|[)\]）]$/gu, '')),
  }
}

/** The figure of a caption; there is no picture in a plain text. */
export function figureMarkup({ words, credit, creditFirst = false }: CaptionLine): Markup {
  const mark = element('span', [credit], { class: 'credit' })
  const parts: readonly Markup[] =
    credit === '' ? [words] : words === '' ? [mark] : creditFirst ? [mark, ` ${words}`] : [`${words} `, mark]
  return element('figure', [element('figcaption', parts)])
}

/** The caption as a fact. */
export function captionFact({ words, creditName: name }: CaptionLine): Caption {
  return { text: withoutCaptionLabel(words).trim(), credit: name === '' ? null : name }
}
