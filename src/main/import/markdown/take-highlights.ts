import type { DraftHighlight } from '../../archive/prepared-article.ts'
import { element, type Markup } from '../markup.ts'

/** Markup without `<mark>`, and what it marked. */
export interface WithHighlights {
  readonly content: readonly Markup[]
  readonly highlights: readonly DraftHighlight[]
}

// As much context as decides between equal quotes, in UTF-16 units.
const CONTEXT = 32
const inline = new Set(['a', 'b', 'i', 'em', 'strong', 'code', 'del', 's', 'u', 'sup', 'sub', 'span', 'small', 'mark', 'q', 'cite', 'abbr', 'kbd']) // prettier-ignore

/** Takes the highlights out of the text: their words stay, the mark becomes an annotation of the archive. */
export function takeHighlights(content: readonly Markup[]): WithHighlights {
  const highlights: DraftHighlight[] = []
  return { content: unmarkBlock(content, highlights), highlights }
}

/** Blocks one by one: context does not cross a block's border, where the text's own white space is not known yet. */
function unmarkBlock(children: readonly Markup[], highlights: DraftHighlight[]): readonly Markup[] {
  const ranges: { readonly start: number; readonly end: number }[] = []
  let text = ''
  const visit = (nodes: readonly Markup[]): readonly Markup[] =>
    nodes.flatMap((node): readonly Markup[] => {
      if (typeof node === 'string') {
        text += node
        return [node]
      }
      if (!inline.has(node.name)) return [element(node.name, unmarkBlock(node.children, highlights), node.attributes)]
      const start = text.length
      const inside = visit(node.children)
      if (node.name !== 'mark') return [element(node.name, inside, node.attributes)]
      ranges.push({ start, end: text.length })
      return inside
    })
  const unmarked = visit(children)
  for (const range of ranges) highlights.push(toHighlight(text, range))
  return unmarked
}

function toHighlight(text: string, { start, end }: { readonly start: number; readonly end: number }): DraftHighlight {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    color: null,
    note: null,
    tags: [],
    created: null,
  }
}
