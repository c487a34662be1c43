import { element, type Markup, type MarkupElement } from '../markup.ts'
import { PLACE_MARK } from './clutter.ts'
import { imageSource } from './image-source.ts'
import { ASIDE_MARK } from './keep-asides.ts'
import { isElement } from './walk.ts'

/** Attributes that carry meaning for a reader; everything else (style, handlers, layout) stays behind. */
const KEPT_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['lang', 'dir', 'id', 'title'],
  a: ['href', 'name'],
  img: ['alt', 'width', 'height'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  time: ['datetime'],
  blockquote: ['cite'],
  q: ['cite'],
  ins: ['cite', 'datetime'],
  del: ['cite', 'datetime'],
  data: ['value'],
  math: ['display', 'alttext'],
}

/** Elements whose content is never text to read. */
const DROPPED = new Set(
  'script style noscript template svg iframe object embed canvas input select textarea option button link meta base head title source track map area dialog progress meter'.split(
    ' ',
  ),
)

const UNWRAPPED = new Set(['picture', 'font', 'center'])
const FRAMES = new Set(['header', 'footer', 'hgroup', 'main', 'nav', 'article'])

/** Roles that our own header and figures give to elements; other class names mean nothing outside their page. */
const KEPT_CLASSES = new Set(['masthead', 'motto', 'standfirst', 'byline', 'dateline', 'credit', 'footnotes'])

/** Names that pages give to the credit of a picture. */
const CREDIT_MARK =
  /(?:^|[\s_-])(?:photo-?|image-?|caption-?|media-?|picture-?|figure-?)?(?:credits?|copyright|photographer|photog|source)(?:$|\s)/i

/** Names that pages without `<figcaption>` give to the words under a picture. */
const CAPTION_MARK =
  /(?:^|[\s_-])(?:(?:wp-|image-?|img-?|photo-?|picture-?|media-?|figure-?)?_*captions?(?:-?_*(?:text|small|inner|content))?|img-metadata|bildunterschrift|bildtext|legende|légende|photo-?credits?|image-?credits?|didascalia|pie-?de-?foto)(?:$|\s|_)/i
/** Longest caption: what is longer, in UTF-16 units, is text of the article, whatever its place. */
const LONGEST_CAPTION = 420

/** Where relative addresses start; null leaves them as they are. */
export interface MarkupOptions {
  readonly baseUrl: string | null
}

/** The tree under `root` (its children, not itself) as markup: structure, text, and the attributes that carry meaning. */
export function markupOf(root: Node, options: MarkupOptions): readonly Markup[] {
  const markup: Markup[] = []
  for (let node = root.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3 || node.nodeType === 4) markup.push(plainText(node.textContent ?? ''))
    else if (isElement(node)) markup.push(...elementMarkup(node, options))
  }
  return markup
}

/** Soft hyphens are where a page may break words: they are no part of them. */
function plainText(text: string): string {
  return text.includes('\u00ad') ? text.replaceAll('\u00ad', '') : text
}

function elementMarkup(node: Element, options: MarkupOptions): readonly Markup[] {
  const name = node.localName.toLowerCase()
  if (DROPPED.has(name)) return []
  if (name === 'img') return imageMarkup(node, options)
  if (UNWRAPPED.has(name)) return markupOf(node, options)
  if (name === 'ruby') return [rubyMarkup(node, options)]
  // Header and footer of an article are what this extractor says; the page's own mean any frame.
  if (FRAMES.has(name)) return [element('div', markupOf(node, options), keptAttributes(node, name, options))]
  const children = markupOf(node, options)
  const isLong = name === 'figcaption' && node.textContent.length > LONGEST_CAPTION
  const part = isLong ? 'div' : partName(node, name)
  const made = element(part, children, keptAttributes(node, name, options))
  return part === name && isLooseCaption(node, name) ? [element('figure', [element('figcaption', children)])] : [made]
}

/** Readings stand over the words, not in them: a word with its reading in it is found by nobody. */
function rubyMarkup(node: Element, options: MarkupOptions): MarkupElement {
  const readings = Array.from(node.getElementsByTagName('rt'), ({ textContent }) => textContent.trim()).join('')
  const attributes = keptAttributes(node, 'ruby', options)
  const title = readings === '' ? {} : { title: readings }
  return element('ruby', withoutReadings(markupOf(node, options)), { ...attributes, ...title })
}

function withoutReadings(content: readonly Markup[]): readonly Markup[] {
  return content.flatMap((node): readonly Markup[] => {
    if (typeof node === 'string') return [node]
    if (READINGS.has(node.name)) return []
    return [{ ...node, children: withoutReadings(node.children) }]
  })
}

const READINGS = new Set(['rt', 'rp', 'rtc'])

function isLooseCaption(node: Element, name: string): boolean {
  if (!/^(?:div|p|span|small|h[2-6])$/.test(name) || !CAPTION_MARK.test(node.getAttribute('class') ?? '')) return false
  return (
    node.textContent.length <= LONGEST_CAPTION &&
    node.closest('figure,table,figcaption') === null &&
    node.getElementsByTagName('p').length < 2
  )
}

/** Boxes saved from Readability become asides again; WordPress wrote captions as divisions for fifteen years. */
function partName(node: Element, name: string): string {
  if (node.hasAttribute(ASIDE_MARK)) return 'aside'
  if (name !== 'div' && name !== 'p') return name
  const classes = (node.getAttribute('class') ?? '').split(/\s+/)
  if (classes.includes('wp-caption')) return 'figure'
  return classes.includes('wp-caption-text') && node.closest('.wp-caption') !== null ? 'figcaption' : name
}

function imageMarkup(node: Element, options: MarkupOptions): readonly MarkupElement[] {
  const source = imageSource(node)
  if (source === null) return []
  return [element('img', [], { src: absolute(source, options.baseUrl), ...keptAttributes(node, 'img', options) })]
}

function keptAttributes(node: Element, name: string, options: MarkupOptions): Record<string, string> {
  const attributes: Record<string, string> = {}
  if (!node.hasAttributes()) return attributes
  for (const attribute of [...(KEPT_ATTRIBUTES['*'] ?? []), ...(KEPT_ATTRIBUTES[name] ?? [])]) {
    const value = node.getAttribute(attribute)
    if (value === null || value === '') continue
    attributes[attribute] = attribute === 'href' || attribute === 'cite' ? absolute(value, options.baseUrl) : value
  }
  const kept = keptClasses(node, name)
  if (kept !== '') attributes['class'] = kept
  return attributes
}

function keptClasses(node: Element, name: string): string {
  const isCode = name === 'pre' || name === 'code'
  const classes = node.getAttribute('class') ?? ''
  if (CREDIT_MARK.test(classes)) return 'credit'
  if (node.hasAttribute(PLACE_MARK)) return 'dateline'
  return classes
    .split(/\s+/)
    .filter((token) => KEPT_CLASSES.has(token) || (isCode && /^lang(?:uage)?-[\w+#.-]+$/.test(token)))
    .join(' ')
}

/** A link inside the page (`#note-1`) stays one; what is no address stays as it is, for the clean step to judge. */
function absolute(address: string, baseUrl: string | null): string {
  const trimmed = address.trim()
  if (baseUrl === null || trimmed.startsWith('#') || /^(data|javascript|mailto|tel|cid|blob):/i.test(trimmed))
    return trimmed
  try {
    return new URL(trimmed, baseUrl).href
  } catch {
    return trimmed
  }
}
