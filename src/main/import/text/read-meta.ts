import { findDate } from '../dates/find-date.ts'
import { type Block, blockText } from './block.ts'
import { type HeadFacts, noHeadFacts } from './head-facts.ts'
import { type LabelledLine, parseLabelledLine } from './labelled-line.ts'
import { isName, parseNames } from './person-names.ts'

/** The labelled lines at the very head of a text, and what they state. */
export interface Meta {
  /** Number of blocks that are such lines. */
  readonly count: number
  readonly facts: HeadFacts
}

/** Reads e-mail headers or the labelled lines of a saved article: two at least, or one that states the title. */
export function readMeta(blocks: readonly Block[]): Meta {
  const lines: LabelledLine[] = []
  for (const block of blocks.slice(0, 40)) {
    const line = block.shape === 'text' && blockText(block).length < 400 ? parseLabelledLine(blockText(block)) : null
    if (line === null) break
    lines.push(line)
  }
  const isMeta = lines.length >= 2 || (lines[0]?.fact === 'title' && lines[0].value !== '')
  if (!isMeta) return { count: 0, facts: noHeadFacts }
  return { count: lines.length, facts: lines.reduce(addLine, noHeadFacts) }
}

function addLine(facts: HeadFacts, { fact, value }: LabelledLine): HeadFacts {
  if (value === '') return facts
  switch (fact) {
    case 'title':
      return { ...facts, title: facts.title ?? value }
    case 'byline':
      return facts.names.length > 0 ? facts : { ...facts, names: authorsOf(value) }
    case 'published':
      return { ...facts, published: facts.published ?? findDate(value)?.date ?? null }
    case 'publication':
      return { ...facts, publication: facts.publication ?? (/^https?:/u.test(value) ? null : value) }
    case 'section':
      return { ...facts, section: facts.section ?? value }
    default:
      return facts
  }
}

/** `"Ana Ruiz" <ana@example.org>` is Ana Ruiz; an address alone names nobody. */
function authorsOf(value: string): readonly string[] {
  const text = value.replaceAll(/<[^>]*>|["“”]/gu, '').trim()
  if (text === '' || /^\S+@\S+$/u.test(text)) return []
  return parseNames(text) ?? (isName(text) || text.length <= 60 ? [text] : [])
}
