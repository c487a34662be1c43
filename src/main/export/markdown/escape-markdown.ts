/** Characters that begin or end inline markup wherever they stand. */
const INLINE = /[\\`*_[\]<>~|]|==|!(?=\[)|&(?=#?\w+;)/g

/** What makes a block at the beginning of a line: headings, lists, quotes, rules, fences. */
const BLOCK_START = /^(\s*)([-+#>=]|\d+(?=[.)]))/

/**
 * Plain text as one line of Markdown that shows exactly that text: line breaks become spaces, and everything that
 * Markdown would read as markup is escaped with a backslash.
 */
export function escapeLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(INLINE, '\\$&')
  return line.replace(BLOCK_START, (_all, space: string, start: string) =>
    /^\d/.test(start) ? `${space}${start}\\` : `${space}\\${start}`,
  )
}

/** Plain text of several lines as Markdown that shows those lines; empty lines part paragraphs. */
export function escapeText(text: string): string {
  const paragraphs = text.trim().split(/\n\s*\n+/)
  return paragraphs.map((paragraph) => paragraph.split('\n').map(escapeLine).join('\\\n')).join('\n\n')
}

/** Puts every line of a block into a block quote. */
export function quoteBlock(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/** Indents every line but the first, so that a block stays inside a list item. */
export function indentBlock(markdown: string, spaces: number): string {
  return markdown.split('\n').join(`\n${' '.repeat(spaces)}`)
}
