import type { Markup } from '../../src/main/import/markup.ts'

interface SpecNode {
  readonly nodeName: string
  readonly value?: string
  readonly tagName?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly SpecNode[]
  readonly content?: SpecNode
}

interface SpecParser {
  readonly parse: (html: string) => SpecNode
}

/**
 * A parser that follows the HTML standard to the letter (parse5), as browsers do and linkedom does not. null while the
 * package is not installed: then linkedom alone is the judge.
 */
const parser = await load('parse5')

/** Whether the second judge is there. */
export const hasSpecParser = parser !== null

/** A page as the HTML standard reads it: the children of its body. */
export function specMarkupOfPage(html: string): readonly Markup[] {
  return find('body', parser?.parse(html))
}

/** The content of the `<article>` in reader HTML, as the HTML standard reads it. */
export function specMarkupOfReaderHtml(html: string): readonly Markup[] {
  return find('article', parser?.parse(`<!doctype html><html><body>${html}</body></html>`))
}

/** All text below, in order. */
export function textOf(markup: readonly Markup[]): string {
  return markup.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
}

async function load(name: string): Promise<SpecParser | null> {
  const loaded: unknown = await import(/* @vite-ignore */ name).catch(() => null)
  return isSpecParser(loaded) ? loaded : null
}

function isSpecParser(value: unknown): value is SpecParser {
  return typeof value === 'object' && value !== null && 'parse' in value && typeof value.parse === 'function'
}

function find(name: string, node: SpecNode | undefined): readonly Markup[] {
  if (node === undefined) return []
  const pending: SpecNode[] = [node]
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (next.nodeName === name) return childrenOf(next)
    pending.push(...(next.childNodes ?? []))
  }
  return []
}

function childrenOf(node: SpecNode): readonly Markup[] {
  return (node.content ?? node).childNodes?.flatMap((child) => markupOf(child)) ?? []
}

function markupOf(node: SpecNode): readonly Markup[] {
  if (node.nodeName === '#text') return [node.value ?? '']
  if (node.tagName === undefined) return []
  const attributes = Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value]))
  return [{ name: node.tagName, attributes, children: childrenOf(node) }]
}
