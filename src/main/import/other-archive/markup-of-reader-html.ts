import { createRequire } from 'node:module'
import type * as Linkedom from 'linkedom'
import { element, type Markup } from '../markup.ts'

const load = createRequire(import.meta.url)

/** The tree that a parser makes of reader HTML, whatever it really is; null when that is not one `<article>`. */
export function markupOfReaderHtml(html: string): readonly Markup[] | null {
  const { parseHTML } = load('linkedom') as typeof Linkedom
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const [article, ...others] = Array.from(document.body.childNodes)
  if (others.length > 0 || article?.nodeName !== 'ARTICLE') return null
  return childrenOf(article)
}

const ELEMENT = 1
const TEXT = 3

/** Without recursion: a forged tree can be as deep as it likes. */
function childrenOf(root: Node): readonly Markup[] {
  const top: Markup[] = []
  const waiting: { readonly node: Node; readonly into: Markup[] }[] = [{ node: root, into: top }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of Array.from(next.node.childNodes)) {
      if (child.nodeType === TEXT) next.into.push(child.textContent ?? '')
      if (child.nodeType !== ELEMENT) continue
      const { localName, attributes } = child as Element
      const children: Markup[] = []
      const named = Array.from(attributes, ({ name, value }) => [name.toLowerCase(), value] as const)
      next.into.push(element(localName.toLowerCase(), children, Object.fromEntries(named)))
      waiting.push({ node: child, into: children })
    }
  }
  return top
}
