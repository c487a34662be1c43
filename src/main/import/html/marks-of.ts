/**
 * An element's class names, parted by single spaces; empty when it has none. linkedom makes a list of them for every
 * element that is asked for its `class` as usual, which was a twentieth of all time at a page.
 */
export function classOf(element: Element): string {
  const value = element.getAttributeNode('class')?.value ?? ''
  return /[^\S ]|^ | $| {2}/.test(value) ? value.trim().split(/\s+/).join(' ') : value
}

/** What an element is called by its page: class names and id. */
export function marksOf(element: Element): string {
  return `${classOf(element)} ${element.id}`
}
