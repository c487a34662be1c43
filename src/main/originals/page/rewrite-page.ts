import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { rewriteCss, type LocalAddress } from '../css/rewrite-css.ts'
import { escapeMarkup } from './escape-markup.ts'
import { pageAttributes, LINK_ADDRESS, type PageAttribute } from './page-attributes.ts'
import { fateOf, VOID_ELEMENTS } from './page-elements.ts'
import { drawnChildren } from './shadow-roots.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element
type Namespace = Parameters<typeof fateOf>[0]

/** Elements inside one another; what lies deeper is left out, as no page that is read goes there. */
const DEEPEST = 400

const NAMESPACES: Readonly<Record<string, Namespace>> = {
  'http://www.w3.org/1999/xhtml': 'html',
  'http://www.w3.org/2000/svg': 'svg',
  'http://www.w3.org/1998/Math/MathML': 'math',
}

/** Pages are laid out by the rules of their time, which the doctype decides; none means the oldest. */
const DOCTYPES: Readonly<Record<string, string>> = {
  'no-quirks': '<!DOCTYPE html>',
  'limited-quirks':
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
  quirks: '',
}

/** Links lead nowhere but look as they did, unless the page says otherwise. */
const LINK_LOOK = `:where(a[${LINK_ADDRESS}]){color:#0645ad;text-decoration:underline;cursor:help}`

/**
 * A page written anew from what a browser's parser makes of it: elements, attributes and styles of a list, everything
 * that would load a local address or nothing. Run again over its own output it changes nothing in a page without tricks.
 */
export function rewritePage(html: string, local: LocalAddress): string {
  const document = parse(html, { scriptingEnabled: false })
  const root = document.childNodes.find((node): node is Element => node.nodeName === 'html')
  const head = childNamed(root, 'head')
  const body = childNamed(root, 'body')
  const title = textOf(childNamed(head, 'title'))
  const styles = (head?.childNodes ?? []).filter(({ nodeName }) => nodeName === 'style' || nodeName === 'link')
  return (
    `${DOCTYPES[document.mode] ?? ''}<html${attributesOf(root, local)}><head><meta charset="utf-8">` +
    `<title>${escapeMarkup(title)}</title><style>${LINK_LOOK}</style>` +
    `${styles
      .map((node) => write(node, local, 0))
      .filter((style) => !style.includes(LINK_LOOK))
      .join('')}</head>` +
    `<body${attributesOf(body, local, BODY_COLOURS)}>${writeAll(body?.childNodes ?? [], local, 0)}</body></html>`
  )
}

/** Colours that old pages give in their body. */
const BODY_COLOURS = /^(?:text|link|vlink|alink)$/

function attributesOf(element: Element | undefined, local: LocalAddress, also = /^$/): string {
  if (element === undefined) return ''
  const plain = element.attrs.filter(({ name, value }) => also.test(name) && /^[#\w]{1,30}$/.test(value))
  return inTag([...pageAttributes({ name: element.tagName, isHtml: true }, element.attrs, local), ...plain])
}

function inTag(attributes: readonly PageAttribute[]): string {
  return attributes.map(({ name, value }) => ` ${name}="${escapeMarkup(value)}"`).join('')
}

function writeAll(nodes: readonly Node[], local: LocalAddress, depth: number): string {
  return nodes.map((node) => write(node, local, depth)).join('')
}

function write(node: Node, local: LocalAddress, depth: number): string {
  if (node.nodeName === '#text' && 'value' in node) return escapeMarkup(node.value)
  if (!('tagName' in node) || depth > DEEPEST) return ''
  const namespace = NAMESPACES[node.namespaceURI] ?? 'other'
  const fate = fateOf(namespace, node.tagName)
  if (fate === 'drop') return ''
  const children = drawnChildren(node)
  if (fate === 'unwrap') return writeAll(children, local, depth + 1)
  if (node.tagName === 'style') return writeStyle(node, local)
  if (node.tagName === 'link') return writeStyleLink(node, local)
  const attributes = inTag(pageAttributes({ name: node.tagName, isHtml: namespace === 'html' }, node.attrs, local))
  const start = `<${node.tagName}${attributes}>`
  if (namespace === 'html' && VOID_ELEMENTS.has(node.tagName)) return isEmptySource(node, attributes) ? '' : start
  return `${start}${firstLine(node)}${writeAll(children, local, depth + 1)}</${node.tagName}>`
}

/** A `source` without an address would take the place of the picture behind it. */
function isEmptySource({ tagName }: Element, attributes: string): boolean {
  return tagName === 'source' && !/ src(?:set)?="/.test(attributes)
}

/** A parser leaves a line end out that stands first in these; one that was meant has to be said twice. */
function firstLine({ tagName, childNodes }: Element): string {
  const [first] = childNodes
  const begins = first !== undefined && 'value' in first && first.value.startsWith('\n')
  return begins && /^(?:pre|textarea)$/.test(tagName) ? '\n' : ''
}

function writeStyle(element: Element, local: LocalAddress): string {
  const media = element.attrs.filter(({ name }) => name === 'media')
  return `<style${inTag(media)}>${rewriteCss(textOf(element), local)}</style>`
}

/** Of all links of a document only a style sheet that came with it is shown. */
function writeStyleLink(element: Element, local: LocalAddress): string {
  const valueOf = (wanted: string): string => element.attrs.find(({ name }) => name === wanted)?.value ?? ''
  if (!/^\s*stylesheet\s*$/i.test(valueOf('rel'))) return ''
  const address = local(valueOf('href'), 'style')
  if (address === null || address.startsWith('#')) return ''
  const media = element.attrs.filter(({ name }) => name === 'media')
  return `<link rel="stylesheet" href="${escapeMarkup(address)}"${inTag(media)}>`
}

function childNamed(parent: Element | undefined, name: string): Element | undefined {
  return parent?.childNodes.find((node): node is Element => node.nodeName === name)
}

function textOf(element: Element | undefined): string {
  return (element?.childNodes ?? []).map((node) => ('value' in node ? node.value : '')).join('')
}
