import { isElement, walk } from './walk.ts'

/** Removed whatever they hold: nothing in them is text to read. */
const NEVER_TEXT = new Set(
  'SCRIPT STYLE TEMPLATE LINK IFRAME OBJECT EMBED CANVAS FORM NAV DIALOG BUTTON SELECT TEXTAREA'.split(' '),
)

/** Takes out of the page what is never part of an article, before the article is looked for. */
export function removeClutter(document: Document): void {
  const doomed: Element[] = []
  walk(document.body, (node) => {
    if (isElement(node) && isClutter(node)) doomed.push(node)
  })
  for (const element of doomed) element.remove()
}

function isClutter(element: Element): boolean {
  if (NEVER_TEXT.has(element.tagName)) return element.tagName !== 'FORM' || element.textContent.length < 2000
  return false
}
