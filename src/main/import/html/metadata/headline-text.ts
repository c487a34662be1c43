import { collapse, isElement } from '../walk.ts'

/** What stands in a headline element beside the headline: a line above or below it, labels, what only machines read. */
const BESIDE =
  /(?:^|[\s_-])(?:kicker|over-?line|over-?title|top-?line|roof-?line|eyebrow|dachzeile|spitzmarke|pre-?(?:title|headline|heading)|sub-?(?:title|head|headline|heading|line)|tag-?line|badge|label|category|rubrik|topic|icon|sr-only|visually-?hidden|screen-reader(?:-text)?|hidden|edit-?section|date|time|comments?-count)(?:$|[\s_-])/i
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'BUTTON', 'SMALL', 'TIME', 'SVG'])
const BREAKS = new Set(['BR', 'DIV', 'P', 'H1', 'H2', 'H3', 'H4', 'LI'])

/** Fewest characters that stay a headline once the lines beside it are left out. */
const LEAST_LEFT = 8

/** The date that some systems write before a headline. */
const DATE_BEFORE = /^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s*[-–—:|]\s*/

/** Text of a headline element without kicker, subtitle, labels and a date before it; all of it when little is left. */
export function headlineText(heading: Element): string {
  const whole = collapse(textOf(heading, false))
  const own = heading.firstElementChild === null ? whole : collapse(textOf(heading, true))
  return (own.length >= LEAST_LEFT ? own : whole).replace(DATE_BEFORE, '')
}

function textOf(node: Node, withoutBeside: boolean): string {
  let text = ''
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) text += child.textContent ?? ''
    if (!isElement(child) || (withoutBeside && isBeside(child))) continue
    text += BREAKS.has(child.tagName.toUpperCase()) ? ` ${textOf(child, withoutBeside)} ` : textOf(child, withoutBeside)
  }
  return text
}

function isBeside(element: Element): boolean {
  return (
    SILENT.has(element.tagName.toUpperCase()) || BESIDE.test(`${element.getAttribute('class') ?? ''} ${element.id}`)
  )
}
