import { decodeEntities } from '../../html/metadata/decode-entities.ts'
import { pathFrom } from './read-package.ts'

/** A chapter as it lies in its book. */
export interface ChapterPlace {
  /** Path inside the book. */
  readonly path: string
  /** The number of each document of the book, by path. */
  readonly numbers: ReadonlyMap<string, number>
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i
const TAG = /<([a-zA-Z][\w:.-]*)((?:\s+(?:"[^"]*"|'[^']*'|[^<>"'])*)?)(\/?)>/g
const ATTRIBUTE = /(\s)(id|name|href|xlink:href|src|poster|srcset|xml:lang)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * The inside of a chapter's body, ready to stand beside the other chapters: XHTML written so that an HTML parser reads it
 * alike, ids and links told apart by the chapter's number, pictures named by their path in the book.
 */
export function chapterHtml(xhtml: string, place: ChapterPlace): string {
  const body = bodyOf(withoutDeclarations(xhtml))
  return drawnPictures(body).replace(TAG, (_tag, name: string, attributes: string, end: string) => {
    const written = attributes.replace(/\/\s*$/, '').replace(ATTRIBUTE, (...match) => rewritten(match, name, place))
    const isEmpty = end === '/' || /\/\s*$/.test(attributes)
    return isEmpty && !VOID.test(name) ? `<${name}${written}></${name}>` : `<${name}${written}>`
  })
}

/** Text in a CDATA section is text; comments, instructions and the doctype with its entities are none. */
function withoutDeclarations(xhtml: string): string {
  return xhtml
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .replace(/<\?[^]*?\?>/g, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>/gi, '')
}

function bodyOf(html: string): string {
  const start = /<body\b(?:"[^"]*"|'[^']*'|[^<>"'])*>/i.exec(html)
  if (start === null) return html.replace(/^[^]*?<\/head\s*>/i, '').replace(/<\/?html\b[^<>]*>/gi, '')
  const inner = html.slice(start.index + start[0].length)
  const end = inner.lastIndexOf('</body')
  return end < 0 ? inner : inner.slice(0, end)
}

/** Covers are drawings that hold one picture, so that it fills the page; the picture is what is meant. */
function drawnPictures(html: string): string {
  return html.replace(/<svg\b[^]*?<\/svg\s*>/gi, (svg) => {
    const [, double, single] = /<image\b[^<>]*?\s(?:xlink:)?href\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(svg) ?? []
    const address = double ?? single
    return address === undefined ? svg : `<img src="${address}">`
  })
}

/** Attributes that load a file of the book. */
const LOADED = /^(?:src|poster|srcset)$/

function rewritten(match: readonly unknown[], element: string, place: ChapterPlace): string {
  const [whole = '', blank = ' ', name = '', double, single] = match.map((part) => part as string | undefined)
  const value = decodeEntities(double ?? single ?? '')
  const isLink = element.toLowerCase() === 'a'
  const own = place.numbers.get(place.path) ?? 0
  if (name === 'xml:lang') return `${blank}lang="${escaped(value)}"`
  if (name === 'id' || (name === 'name' && isLink)) return `${blank}${name}="c${String(own)}-${escaped(value)}"`
  if (name === 'href' && isLink) return `${blank}href="${escaped(linkTo(value, place))}"`
  if (!LOADED.test(name)) return whole
  // A set of pictures for screens of several kinds: the plain one is in the book as well.
  if (name === 'srcset') return ''
  return isElsewhere(value) ? whole : `${blank}${name}="${pictureAt(value, place)}"`
}

function pictureAt(address: string, { path }: ChapterPlace): string {
  return escaped(encodeURI(pathFrom(path.replace(/[^/]*$/, ''), address)))
}

/** A link to a place in the book is one inside the article; any other stays as it is. */
function linkTo(href: string, { path, numbers }: ChapterPlace): string {
  const own = numbers.get(path) ?? 0
  if (href.startsWith('#')) return `#c${String(own)}-${href.slice(1)}`
  if (isElsewhere(href)) return href
  const number = numbers.get(pathFrom(path.replace(/[^/]*$/, ''), href))
  const fragment = href.includes('#') ? href.slice(href.indexOf('#') + 1) : ''
  if (number === undefined) return ''
  return fragment === '' ? `#c${String(number)}` : `#c${String(number)}-${fragment}`
}

function isElsewhere(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
