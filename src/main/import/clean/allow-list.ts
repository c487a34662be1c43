/**
 * What a block element may hold, and so how the writer nests it:
 * `flow` blocks, text in paragraphs · `lines` blocks, or text directly · `paragraph`, `heading`, `preformatted` text alone ·
 * the rest only their own structure (`list` li, `definitions` dt dd, `table` caption and row groups, `rows` tr, `cells` td th).
 */
export type BlockContent =
  'flow' | 'lines' | 'paragraph' | 'heading' | 'preformatted' | 'list' | 'definitions' | 'table' | 'rows' | 'cells'

/** Where a block may stand: in any flow, in a `<figure>`, or in the one structure it belongs to. */
export type BlockPlace = 'flow' | 'figure' | 'list' | 'definitions' | 'table' | 'rows' | 'cells'

/** How the writer treats an element that is written. */
export type ElementRule =
  | {
      readonly role: 'block'
      readonly content: BlockContent
      readonly place: BlockPlace
      readonly attributes: readonly string[]
    }
  | { readonly role: 'inline' | 'break' | 'rule' | 'picture' | 'math'; readonly attributes: readonly string[] }

const block = (
  content: BlockContent,
  place: BlockPlace = 'flow',
  attributes: readonly string[] = [],
): ElementRule & { readonly role: 'block' } => ({ role: 'block', content, place, attributes })

const inline = (...attributes: readonly string[]): ElementRule => ({ role: 'inline', attributes })

/** The elements of reader HTML besides `<article>`, with their own attributes; `globalAttributes` go with all of them. */
export const writtenElements: ReadonlyMap<string, ElementRule> = new Map<string, ElementRule>([
  ['header', block('flow')],
  ['aside', block('flow')],
  ['footer', block('flow')],
  ['section', block('flow')],
  ['div', block('flow')],
  ['blockquote', block('flow', 'flow', ['cite'])],
  ['figure', block('lines')],
  ['figcaption', block('lines', 'figure')],
  ['p', block('paragraph')],
  ['h1', block('heading')],
  ['h2', block('heading')],
  ['h3', block('heading')],
  ['h4', block('heading')],
  ['h5', block('heading')],
  ['h6', block('heading')],
  ['pre', block('preformatted')],
  ['ul', block('list')],
  ['ol', block('list', 'flow', ['start', 'reversed'])],
  ['li', block('lines', 'list', ['value'])],
  ['dl', block('definitions')],
  ['dt', block('lines', 'definitions')],
  ['dd', block('lines', 'definitions')],
  ['table', block('table')],
  ['caption', block('lines', 'table')],
  ['thead', block('rows', 'table')],
  ['tbody', block('rows', 'table')],
  ['tfoot', block('rows', 'table')],
  ['tr', block('cells', 'rows')],
  ['th', block('lines', 'cells', ['colspan', 'rowspan', 'scope'])],
  ['td', block('lines', 'cells', ['colspan', 'rowspan'])],
  ['hr', { role: 'rule', attributes: [] }],
  ['br', { role: 'break', attributes: [] }],
  ['img', { role: 'picture', attributes: ['src', 'alt', 'title'] }],
  ['math', { role: 'math', attributes: [] }],
  ['a', inline('href', 'title')],
  ['abbr', inline('title')],
  ['b', inline()],
  ['bdi', inline()],
  ['bdo', inline()],
  ['cite', inline()],
  ['code', inline()],
  ['del', inline('cite', 'datetime')],
  ['dfn', inline('title')],
  ['em', inline()],
  ['i', inline()],
  ['ins', inline('cite', 'datetime')],
  ['kbd', inline()],
  ['mark', inline()],
  ['q', inline('cite')],
  ['rp', inline()],
  ['rt', inline()],
  ['ruby', inline('title')],
  ['s', inline()],
  ['samp', inline()],
  ['small', inline()],
  ['span', inline()],
  ['strong', inline()],
  ['sub', inline()],
  ['sup', inline()],
  ['time', inline('datetime')],
  ['u', inline()],
  ['var', inline()],
])

/** Attributes of every written element. An `id` is written only where a link of the same article points to it. */
export const globalAttributes: readonly string[] = ['class', 'dir', 'id', 'lang']

/** The only classes of reader HTML: parts of an article for which HTML has no element. */
export const classMarks: ReadonlySet<string> = new Set([
  'masthead',
  'motto',
  'standfirst',
  'byline',
  'dateline',
  'credit',
])

/** Elements written under another name of the same meaning. */
export const renamedElements: ReadonlyMap<string, string> = new Map([
  ['acronym', 'abbr'],
  ['dir', 'ul'],
  ['listing', 'pre'],
  ['menu', 'ul'],
  ['plaintext', 'pre'],
  ['strike', 's'],
  ['tt', 'code'],
  ['xmp', 'pre'],
])

/** Elements without meaning in reader HTML: never written, but their text is a paragraph of its own. */
export const paragraphBreakers: ReadonlySet<string> = new Set([
  'address',
  'article',
  'body',
  'center',
  'details',
  'dialog',
  'fieldset',
  'form',
  'hgroup',
  'html',
  'legend',
  'main',
  'marquee',
  'nav',
  'search',
  'summary',
])

/** Elements that vanish with all they hold: code, styles, foreign documents, players and controls. */
export const droppedElements: ReadonlySet<string> = new Set([
  'annotation',
  'annotation-xml',
  'applet',
  'area',
  'audio',
  'base',
  'basefont',
  'bgsound',
  'button',
  'canvas',
  'col',
  'colgroup',
  'command',
  'datalist',
  'embed',
  'fencedframe',
  'frame',
  'frameset',
  'head',
  'iframe',
  'input',
  'keygen',
  'link',
  'map',
  'meta',
  'meter',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'optgroup',
  'option',
  'output',
  'param',
  'portal',
  'progress',
  'script',
  'select',
  'source',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'track',
  'video',
])
