import { parseHTML } from 'linkedom'
import type { Markup } from '../../src/main/import/markup.ts'

/** Everything below a node as markup, with all attributes and all names: nothing is left out, as an attacker would. */
export function markupOfDom(root: Node): readonly Markup[] {
  const markup: Markup[] = []
  for (const node of Array.from(root.childNodes)) {
    if (node.nodeType === 3) markup.push(node.textContent ?? '')
    else if (isElement(node)) {
      const attributes = Object.fromEntries(
        Array.from(node.attributes, (attribute) => [attribute.name.toLowerCase(), attribute.value]),
      )
      markup.push({ name: node.localName.toLowerCase(), attributes, children: markupOfDom(node) })
    }
  }
  return markup
}

/** HTML as linkedom reads it inside a body. */
export function markupOfHtml(html: string): readonly Markup[] {
  return markupOfDom(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body)
}

/** The content of the `<article>` in reader HTML. */
export function markupOfReaderHtml(html: string): readonly Markup[] {
  const article = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.querySelector('article')
  return article === null ? [] : markupOfDom(article)
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
