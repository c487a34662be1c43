/*
 * What reader HTML may hold, said a second time and apart from the source's own lists, and checked without any HTML
 * parser: a string in normal form is simple enough to be read by one regular expression.
 */
const elements = new Set(
  (
    'article header aside footer section div blockquote figure figcaption p h1 h2 h3 h4 h5 h6 pre ul ol li dl dt dd ' +
    'table caption thead tbody tfoot tr th td hr br img a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ' +
    'ruby s samp small span strong sub sup time u var ' +
    'math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle ' +
    'msub msubsup msup mtable mtd mtext mtr munder munderover semantics'
  ).split(' '),
)
const attributes = new Set(
  (
    'alt cite class colspan datetime dir href id lang reversed rowspan scope src start title value ' +
    'accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace ' +
    'mathvariant maxsize minsize movablelimits rspace scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
)
const urls: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:\/\/|mailto:|#o-)/,
  cite: /^https?:\/\//,
  src: /^\/blob\/[0-9a-f]{64}$/,
  class:
    /^(?:masthead|motto|standfirst|byline|dateline|credit)(?: (?:masthead|motto|standfirst|byline|dateline|credit))*$/,
  id: /^o-/,
}
const empty = new Set(['br', 'hr', 'img'])
const token = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>|([^<>]+)/gy
const attribute = / ([a-z]+)="([^"]*)"/g

/** Everything wrong with the reader HTML, in words; an empty list = it is exactly what may be stored and shown. */
export function faultsOf(html: string): readonly string[] {
  const faults: string[] = []
  const open: string[] = []
  let end = 0
  for (const match of html.matchAll(token)) {
    const [whole, slash, name, attributeList] = match
    end = match.index + whole.length
    if (name === undefined) {
      if (/&(?!amp;|lt;|gt;)/.test(whole)) faults.push(`a bare ampersand in ${whole.slice(0, 40)}`)
    } else if (slash === '/') {
      if (open.pop() !== name) faults.push(`</${name}> closes nothing`)
    } else {
      if (!elements.has(name)) faults.push(`<${name}> is not allowed`)
      if (!empty.has(name)) open.push(name)
      for (const [, key, value] of (attributeList ?? '').matchAll(attribute))
        faults.push(...attributeFaults(key, value))
    }
  }
  if (end !== html.length) faults.push(`no token at ${html.slice(end, end + 40)}`)
  if (open.length > 0) faults.push(`not closed: ${open.join(' ')}`)
  if (open.length === 0 && !/^<article>[^]*<\/article>$/.test(html)) faults.push('not one article')
  return faults
}

function attributeFaults(name = '', value = ''): readonly string[] {
  if (!attributes.has(name)) return [`attribute ${name} is not allowed`]
  return urls[name]?.test(value) === false ? [`${name}="${value}" is not allowed`] : []
}
