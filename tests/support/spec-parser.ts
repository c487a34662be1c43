import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Markup } from '../../src/main/import/markup.ts'

type SpecNode = DefaultTreeAdapterTypes.Node

/*
 * A second judge beside linkedom: parse5 follows the HTML standard to the letter, as browsers do and linkedom does not.
 */

/** A page as the HTML standard reads it: the children of its body. */
export function specMarkupOfPage(html: string): readonly Markup[] {
  return find('body', parse(html))
}

/** The content of the `<article>` in reader HTML, as the HTML standard reads it. */
export function specMarkupOfReaderHtml(html: string): readonly Markup[] {
  return find('article', parse(`<!doctype html><html><body>${html}</body></html>`))
}

/** All text below, in order. */
export function textOf(markup: readonly Markup[]): string {
  return markup.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
}

function find(name: string, root: SpecNode): readonly Markup[] {
  const pending: SpecNode[] = [root]
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (next.nodeName === name) return childrenOf(next)
    if ('childNodes' in next) pending.push(...next.childNodes)
  }
  return []
}

function childrenOf(node: SpecNode): readonly Markup[] {
  const parent = 'content' in node ? node.content : node
  return 'childNodes' in parent ? parent.childNodes.flatMap((child) => markupOf(child)) : []
}

function markupOf(node: SpecNode): readonly Markup[] {
  if ('value' in node) return [node.value]
  if (!('tagName' in node)) return []
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return [{ name: node.tagName, attributes, children: childrenOf(node) }]
}
