import type { ReaderHtml } from '../../../shared/model/identity.ts'
import type { Markup } from '../markup.ts'
import { markupOfReaderHtml } from '../other-archive/markup-of-reader-html.ts'

/** Blocks of a page as reader HTML has them; places in it are named by the page, since every page may have a note 1. */
export function pageMarkup(html: ReaderHtml, index: number): readonly Markup[] {
  const blocks = markupOfReaderHtml(html) ?? []
  return index === 0 ? blocks : blocks.map((block) => named(block, `o-${String(index + 1)}-`))
}

function named(block: Markup, prefix: string): Markup {
  if (typeof block === 'string') return block
  const attributes = Object.entries(block.attributes).map(([name, value]) => [name, renamed(name, value, prefix)])
  const children = block.children.map((child) => named(child, prefix))
  return { ...block, attributes: Object.fromEntries(attributes) as Record<string, string>, children }
}

function renamed(name: string, value: string, prefix: string): string {
  if (name === 'id') return value.replace(/^o-/, prefix)
  return name === 'href' ? value.replace(/^#o-/, `#${prefix}`) : value
}
