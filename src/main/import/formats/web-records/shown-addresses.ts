import { decodeEntities } from '../../html/metadata/decode-entities.ts'

/** Absolute addresses of what something shows, and of what it frames; each once. */
export interface ShownAddresses {
  readonly shown: readonly string[]
  readonly frames: readonly string[]
}

/** Tags are read up to a length (characters), so that a tag that never ends costs nothing. */
const TAG = /<(img|source|link|image|video|input|body|table|td|i?frame|embed|object)\b([^<>]{1,5000})>/gi
const ADDRESS =
  /\s(?:src|data-src|data-original|data-lazy-src|poster|background|href|xlink:href|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
const SET = /\s(?:data-)?srcset\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
const BASE = /<base\b[^<>]{0,1000}?\shref\s*=\s*["']?([^"'\s>]{1,2000})/i
const STYLE_ADDRESS =
  /(?:@import\s+["']([^"'\n]{1,1000})|url\(\s*(?:"([^"\n]{1,1000})"|'([^'\n]{1,1000})'|([^"'()\s]{1,1000}))\s*\))/gi

/** Addresses of one page at most. */
const MOST = 1_000

/** What a page shows and frames, found in its text before it is parsed. */
export function addressesOfPage(html: string, url: string): ShownAddresses {
  const base = absolute(decodeEntities(BASE.exec(html)?.[1] ?? ''), url) ?? url
  const shown = new Set<string>()
  const frames = new Set<string>()
  const add = (list: Set<string>, written: string): void => {
    const address = absolute(decodeEntities(written).trim(), base)
    if (address !== null && list.size < MOST) list.add(address)
  }
  for (const [, tag = '', attributes = ''] of html.matchAll(TAG)) {
    if (tag.toLowerCase() === 'link' && !SHOWN_LINK.test(attributes)) continue
    const list = /^(?:i?frame|embed|object)$/i.test(tag) ? frames : shown
    for (const written of addressesIn(attributes)) add(list, written)
  }
  for (const address of addressesOfStyle(decodeEntities(html), base)) if (shown.size < MOST) shown.add(address)
  return { shown: [...shown], frames: [...frames] }
}

const SHOWN_LINK = /\brel\s*=\s*["']?[^"'>]{0,50}\b(?:stylesheet|icon)/i

function addressesIn(attributes: string): readonly string[] {
  const plain = [...attributes.matchAll(ADDRESS)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
  const sets = [...attributes.matchAll(SET)].flatMap((match) => (match[1] ?? match[2] ?? '').split(/,\s+/))
  return [...plain, ...sets.map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')]
}

/** What a style sheet loads. */
export function addressesOfStyle(css: string, url: string): readonly string[] {
  const found = new Set<string>()
  for (const [, imported, double, single, plain] of css.matchAll(STYLE_ADDRESS)) {
    const address = absolute((imported ?? double ?? single ?? plain ?? '').trim(), url)
    if (address !== null) found.add(address)
    if (found.size >= MOST) break
  }
  return [...found]
}

function absolute(written: string, base: string): string | null {
  if (written === '' || written.startsWith('#')) return null
  const address = URL.parse(written, base)
  return address !== null && /^https?:$/.test(address.protocol) ? address.href : null
}
