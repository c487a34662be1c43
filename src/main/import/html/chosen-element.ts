import type { ChosenElement } from '../../../shared/model/chosen-element.ts'
import { walkElements } from './walk.ts'

/** Letters and digits of an element's text by which it is known again, at either end. */
const KNOWN_BY = 40

/** What is asked for: by its selector alone when it is chosen, by its words too when it was chosen before. */
export type WantedElement = Pick<ChosenElement, 'selector'> & Partial<ChosenElement>

/** An element found, as it is to be remembered. */
export interface FoundElement {
  readonly element: Element
  readonly chosen: ChosenElement
}

/**
 * The element that a person chose, in a page as it was parsed now: the selector's first, when its words are those it was
 * chosen by; else the only one of the page with these words (its path changed); undefined when it is gone, empty, or the
 * selector is none.
 */
export function findChosenElement(document: Document, wanted: WantedElement): FoundElement | undefined {
  const { selector, begins, ends } = wanted
  const named = firstOf(document, selector)
  const isNamed = named !== undefined && (begins === undefined || isKnownBy(named, begins, ends ?? ''))
  const element = isNamed ? named : begins === undefined ? undefined : onlyKnownBy(document, begins, ends ?? '')
  if (element === undefined) return undefined
  const letters = lettersOf(element)
  if (letters === '') return undefined
  return { element, chosen: { selector, begins: letters.slice(0, KNOWN_BY), ends: letters.slice(-KNOWN_BY) } }
}

function firstOf(document: Document, selector: string): Element | undefined {
  try {
    return document.querySelector(selector) ?? undefined
  } catch {
    // The selector is not CSS.
    return undefined
  }
}

/** Of elements around the very same words the outermost; undefined where two say them at different places. */
function onlyKnownBy(document: Document, begins: string, ends: string): Element | undefined {
  const found: Element[] = []
  walkElements(document.body, (element) => {
    if (found.some((other) => other.contains(element))) return
    if (isKnownBy(element, begins, ends)) found.push(element)
  })
  return found.length === 1 ? found[0] : undefined
}

function isKnownBy(element: Element, begins: string, ends: string): boolean {
  const letters = lettersOf(element)
  return letters.startsWith(begins) && letters.endsWith(ends)
}

function lettersOf(element: Element): string {
  return element.textContent.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
