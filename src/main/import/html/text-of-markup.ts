import type { Markup } from '../markup.ts'

const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr math'.split(
    ' ',
  ),
)

/** Plain text of markup, blocks separated by newlines and white space collapsed: to compare and to measure. */
export function textOfMarkup(markup: readonly Markup[]): string {
  const pieces: string[] = []
  gather(markup, pieces)
  return pieces
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
}

function gather(markup: readonly Markup[], pieces: string[]): void {
  for (const node of markup) {
    if (typeof node === 'string') {
      pieces.push(node.replace(/\s+/g, ' '))
      continue
    }
    const block = !INLINE.has(node.name)
    if (block) pieces.push('\n')
    gather(node.children, pieces)
    if (block) pieces.push('\n')
  }
}

/** Characters of the text without white space around its pieces; stops counting beyond `most`. */
export function lengthOfMarkup(markup: readonly Markup[], most = Infinity): number {
  let length = 0
  for (const node of markup) {
    if (length > most) return length
    length += typeof node === 'string' ? node.trim().length : lengthOfMarkup(node.children, most - length)
  }
  return length
}
