import type TurndownService from 'turndown'
import type { ReaderElement } from './reader-element.ts'

// Between cells and rows while a table is put together; reader HTML has no control characters.
const CELL_END = '\u001f'
const ROW_END = '\u001e'

/**
 * Tables of GitHub Flavored Markdown. Line breaks in a cell become `<br>`, pipes are escaped; a table whose first row
 * is not of header cells gets an empty header, which the format demands. Spans are flattened: one cell, then nothing.
 * A table of one column is a frame around text, not a table, and is written as its text.
 */
export function addTableRules(service: TurndownService): void {
  service.addRule('cell', { filter: ['th', 'td'], replacement: (content) => content.trim() + CELL_END })
  service.addRule('row', { filter: 'tr', replacement: (content) => content + ROW_END })
  service.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content })
  service.addRule('caption', { filter: 'caption', replacement: (content) => content.trim() + ROW_END })
  service.addRule('table', {
    filter: 'table',
    replacement: (content, node: ReaderElement) => `\n\n${writeTable(content, node)}\n\n`,
  })
}

/** A cell's Markdown on one line; what is a block elsewhere keeps no mark that only a block's beginning may have. */
function flattenCell(cell: string): string {
  return cell
    .trim()
    .replace(/(?<!\\)\|/g, '\\|')
    .replace(/^#{1,6} /gm, '')
    .replace(/\s*\n\s*/g, '<br>')
}

function writeTable(content: string, node: ReaderElement): string {
  const parts = content.split(ROW_END).map((part) => part.trim())
  const rows = parts.filter((part) => part.includes(CELL_END)).map((row) => row.split(CELL_END).slice(0, -1))
  const caption = parts.filter((part) => part !== '' && !part.includes(CELL_END)).join(' ')
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width < 2) return [caption, ...rows.flat()].filter((part) => part.trim() !== '').join('\n\n')
  const hasHeader = node.querySelector('tr')?.querySelector('td') === null
  const [header = [], ...body] = hasHeader ? rows : [[], ...rows]
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, column) => flattenCell(cells[column] ?? '')).join(' | ')} |`
  const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`
  const table = [line(header), rule, ...body.map(line)].join('\n')
  return caption === '' ? table : `${caption}\n\n${table}`
}
