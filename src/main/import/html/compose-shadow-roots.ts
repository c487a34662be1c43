import { isElement, walkElements } from './walk.ts'

/** What can have a shadow root besides elements of a page's own (DOM standard, "attach a shadow root"). */
const HOSTS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
)

/**
 * Gives a parsed page the text that a browser shows of its templates: a declarative shadow root (`<template
 * shadowrootmode>`, HTML 2024, which is how saved pages keep web components) takes the place of its host's children,
 * which go into its slots; any other template shows nothing and is removed. Changes the document.
 */
export function composeShadowRoots(document: Document): void {
  const templates: Element[] = []
  // linkedom's own search does not look into templates.
  walkElements(document.documentElement, (element) => {
    if (element.tagName === 'TEMPLATE') templates.push(element)
  })
  // The innermost first: what a slot takes in has been composed by then.
  for (const template of templates.reverse()) {
    const host = template.parentElement
    if (host !== null && template === shadowRootOf(host)) compose(host, template)
    template.remove()
  }
}

/** Of several shadow roots of one host a browser takes the first. */
function shadowRootOf(host: Element): Element | undefined {
  if (!host.tagName.includes('-') && !HOSTS.has(host.tagName)) return undefined
  return Array.from(host.children).find(
    (child) =>
      child.tagName === 'TEMPLATE' && child.getAttributeNames().some((name) => name.toLowerCase() === 'shadowrootmode'),
  )
}

function compose(host: Element, template: Element): void {
  const shadow = Array.from(template.childNodes)
  const light = Map.groupBy(
    Array.from(host.childNodes).filter((node) => node !== template),
    slotOf,
  )
  for (const node of Array.from(light.values()).flat()) host.removeChild(node)
  for (const node of shadow) host.insertBefore(node, template)
  for (const slot of Array.from(host.querySelectorAll('slot'))) fillSlot(slot, light)
}

/** A slot shows what its host holds for its name, or its own content when that is nothing; the first of a name has it. */
function fillSlot(slot: Element, light: Map<string, Node[]>): void {
  const name = slot.getAttribute('name') ?? ''
  const assigned = light.get(name) ?? []
  light.delete(name)
  const isFilled = assigned.some((node) => isElement(node) || node.textContent?.trim() !== '')
  for (const node of isFilled ? assigned : Array.from(slot.childNodes)) slot.parentNode?.insertBefore(node, slot)
  slot.remove()
}

function slotOf(node: Node): string {
  return isElement(node) ? (node.getAttribute('slot') ?? '') : ''
}
