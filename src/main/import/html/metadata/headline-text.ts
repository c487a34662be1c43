import { collapse, isElement, lineOf } from '../walk.ts'
import { marksOf } from '../marks-of.ts'

/** What stands in a headline element beside the headline: a line above or below it, labels, what only machines read. */
const BESIDE =
  /(?:^|[\s_-])(?:kicker|over-?line|over-?title|top-?line|roof-?line|eyebrow|dachzeile|spitzmarke|pre-?(?:title|headline|heading)|sub-?(?:title|head|headline|heading|line)|tag-?line|badge|label|category|rubrik|topic|icon|h?\d?small|sr-only|invisible|visually-?hidden|screen-reader(?:-text)?|hidden|edit-?section|date|time|comments?-count)(?:$|[\s_-])/i
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'BUTTON', 'SMALL', 'TIME', 'SVG'])
/** Readings over words. */
const READINGS = new Set(['RT', 'RP'])
const BREAKS = new Set(['BR', 'DIV', 'P', 'H1', 'H2', 'H3', 'H4', 'LI'])

/** Fewest characters that stay a headline once the lines beside it are left out. */
const LEAST_LEFT = 8

/** The date that some systems write before a headline. */
const DATE_BEFORE = /^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s*[-–—:|]\s*/

/** Text of a headline element without kicker, subtitle, labels and a date before it; all of it when little is left. */
export function headlineText(heading: Element): string {
  const marked = markedHeadline(heading)
  if (marked !== null) return marked.replace(DATE_BEFORE, '')
  const whole = collapse(textOf(heading, false))
  const own = heading.firstElementChild === null ? whole : collapse(textOf(heading, true))
  return (own.length >= LEAST_LEFT ? own : whole).replace(DATE_BEFORE, '')
}

/** The part of a heading that is marked as the headline itself; null when there is no such part, or several. */
function markedHeadline(heading: Element): string | null {
  if (heading.firstElementChild === null) return null
  const [only, ...others] = Array.from(heading.querySelectorAll('.headline,.title,[itemprop=headline]'))
  if (only === undefined || others.length > 0) return null
  const text = collapse(textOf(only, true))
  return text.length >= LEAST_LEFT ? text : null
}

/** Whether a heading is nothing but a link to the first page of the site: its name, no headline. */
export function isHomeLink(heading: Element, url: string | null): boolean {
  const link = heading.querySelector('a[href]')
  if (link === null || lineOf(link) === '' || lineOf(link) !== lineOf(heading)) return false
  const href = (link.getAttribute('href') ?? '').trim().replace(ARCHIVED, '')
  if (/^(?:\.?\/|\.\.\/)?(?:index\.(?:html?|php))?$/i.test(href)) return href !== ''
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)\/?$/i.exec(href)?.[1]
  const own = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec((url ?? '').replace(ARCHIVED, ''))?.[1]
  return host !== undefined && (own === undefined || own.toLowerCase() === host.toLowerCase())
}

/** What a web archive writes before the address of a page it keeps. */
const ARCHIVED = /^(?:https?:\/\/web\.archive\.org)?\/web\/\d+[a-z_]*\/(?=https?:)/i

function textOf(node: Node, withoutBeside: boolean): string {
  let text = ''
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) text += child.textContent ?? ''
    if (!isElement(child) || READINGS.has(child.tagName) || (withoutBeside && isBeside(child))) continue
    text += BREAKS.has(child.tagName.toUpperCase()) ? ` ${textOf(child, withoutBeside)} ` : textOf(child, withoutBeside)
  }
  return text
}

function isBeside(element: Element): boolean {
  return SILENT.has(element.tagName.toUpperCase()) || BESIDE.test(marksOf(element))
}
