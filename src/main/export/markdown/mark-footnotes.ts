import type { ReaderElement } from './reader-element.ts'

/** Attribute of a link that becomes `[^label]`; reader HTML knows no attribute of this name. */
export const REFERENCE = 'data-reference'
/** Attribute of the element that becomes `[^label]: text`. */
export const FOOTNOTE = 'data-footnote'

/** Links within the article: reader HTML prefixes every name of its own. */
const IN_PAGE = 'a[href^="#o-"]'

/** Arrows by which pages lead back from a footnote; U+FE0E and U+FE0F choose how they are drawn. */
const ARROWS = /^(?:[\s↑↩↵⏎⤴^]|\ufe0e|\ufe0f)+$/u

/**
 * Marks footnotes where the structure is clear: a link in a `sup`, or around one, to a list item or paragraph of the
 * article. Their ways back are removed, as programs that show Markdown add their own. Every other link within the
 * article becomes its text, for the names that such links point to are not written.
 */
export function markFootnotes(article: ReaderElement): void {
  const named = Array.from(
    article.querySelectorAll('[id^="o-"]'),
    (element) => [element.getAttribute('id'), element] as const,
  )
  const byName = new Map(named)
  const labels = new Map<ReaderElement, string>()
  for (const link of Array.from(article.querySelectorAll(IN_PAGE))) {
    const target = byName.get((link.getAttribute('href') ?? '').slice(1))
    if (isWayBack(link, target)) link.remove()
    else if (target !== undefined && isReference(link, target)) markReference(link, target, labels)
    else standForItself(link)
  }
}

/** Whether the link stands in a footnote and leads to a place that refers to it, or is an arrow and nothing more. */
function isWayBack(link: ReaderElement, target: ReaderElement | undefined): boolean {
  const label = link.closest(`[${FOOTNOTE}]`)?.getAttribute(FOOTNOTE) ?? null
  if (label === null) return false
  if (ARROWS.test(link.textContent ?? '')) return true
  if (target === undefined) return false
  const around = target.closest(`[${REFERENCE}]`)
  return [around, ...target.querySelectorAll(`[${REFERENCE}]`)].some((one) => one?.getAttribute(REFERENCE) === label)
}

function isReference(link: ReaderElement, target: ReaderElement): boolean {
  if (target.nodeName !== 'LI' && target.nodeName !== 'P') return false
  if (target.contains(link)) return false
  return link.closest('sup') !== null || link.querySelector('sup') !== null
}

function markReference(link: ReaderElement, target: ReaderElement, labels: Map<ReaderElement, string>): void {
  const label = labels.get(target) ?? newLabel(link.textContent ?? '', new Set(labels.values()))
  labels.set(target, label)
  target.setAttribute(FOOTNOTE, label)
  outermost(link).setAttribute(REFERENCE, label)
}

/** What the page calls the footnote, where Markdown takes it and it is not taken; else the next number. */
function newLabel(text: string, taken: ReadonlySet<string>): string {
  const said = withoutBrackets(text)
  if (/^[\p{L}\p{N}_-]{1,20}$/u.test(said) && !taken.has(said)) return said
  let number = taken.size + 1
  while (taken.has(String(number))) number += 1
  return String(number)
}

/** The `sup` when the link is all that is in it. */
function outermost(link: ReaderElement): ReaderElement {
  const sup = link.closest('sup')
  return sup !== null && sup.textContent?.trim() === link.textContent?.trim() ? sup : link
}

/** A number above the line stays one, as characters: `2019` and the mark `1` are not the number 20191. */
function standForItself(link: ReaderElement): void {
  const number = withoutBrackets(link.textContent ?? '')
  const isRaised = link.closest('sup') !== null || link.querySelector('sup') !== null
  if (isRaised && /^[0-9]+$/.test(number)) {
    outermost(link).replaceWith(number.replace(/[0-9]/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))))
  } else link.removeAttribute('href')
}

function withoutBrackets(text: string): string {
  return text.replace(/[\s[\]().]/g, '')
}
