import { element, type Markup } from '../markup.ts'
import { type Block, blockText } from './block.ts'
import { leadingDateline } from './dateline.ts'
import type { Role } from './part.ts'

/** Lines with `<br>` between them. */
function withBreaks(lines: readonly string[]): readonly Markup[] {
  return lines.flatMap((line, index): Markup[] => (index === 0 ? [line] : [element('br', []), line]))
}

/** A paragraph with the class that marks its role in a header, if any. */
export function paragraph(lines: readonly string[], className = ''): Markup {
  return element('p', withBreaks(lines), className === '' ? {} : { class: className })
}

/** A block of the text as its shape says. */
export function blockMarkup(block: Block): Markup {
  switch (block.shape) {
    case 'heading':
      return element(`h${String(Math.min(Math.max(block.level, 2), 6))}`, [blockText(block)])
    case 'quote':
      return element(
        'blockquote',
        block.lines.map((line) => paragraph(line.split('\n'))),
      )
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        block.lines.map((line) => element('li', [line])),
      )
    case 'rule':
      return element('hr', [])
    case 'verse':
      return paragraph(block.lines)
    case 'text':
      return paragraph(block.lines)
  }
}

/** The first paragraph of the body, its dateline marked. */
export function openingMarkup(block: Block): Markup {
  const text = blockText(block)
  const dateline = block.shape === 'text' ? leadingDateline(text) : null
  if (dateline === null) return blockMarkup(block)
  const mark = element('span', [dateline.trimEnd()], { class: 'dateline' })
  return element('p', [mark, text.slice(dateline.trimEnd().length)])
}

const classOfRole: Partial<Readonly<Record<Role, string>>> = {
  masthead: 'masthead',
  motto: 'motto',
  standfirst: 'standfirst',
  byline: 'byline',
  dateline: 'dateline',
}

/** A block of the head. */
export function headMarkup(block: Block, role: Role): Markup {
  if (role === 'headline') return element('h1', withBreaks(block.lines))
  return block.shape === 'rule' ? element('hr', []) : paragraph(block.lines, classOfRole[role] ?? '')
}
