import { decodeEntities } from '../html/metadata/decode-entities.ts'
import { addressesInStyle, type StyleAddresses } from './addresses-in-style.ts'

/** Tags that show something; read up to a length (characters), so that a tag that never ends costs nothing. */
const TAG = /<(img|source|link|image|video|body|table|td)\b([^<>]{1,5000})>/gi
/** Attributes that may hold a relative address; those of lazy loaders among them. */
const ADDRESS =
  /\s(?:src|data-src|data-original|data-lazy-src|poster|background|href|xlink:href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
const SET = /\s(?:data-)?srcset\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
/** Style in the page itself: whole elements and attributes. */
const STYLE = /<style\b[^<>]{0,1000}>([^<]{1,500000})|\sstyle\s*=\s*(?:"([^"]{1,5000})"|'([^']{1,5000})')/gi
/** An address that leads elsewhere, or holds its picture itself. */
const ELSEWHERE = /^\s*(?:[a-z][a-z\d+.-]*:|\/|#)/i

/** Files looked for beside one page: more is a gallery, not an article. */
const MOST = 200

/**
 * Relative addresses of pictures and style sheets in a page's bytes, as the page writes them, each once. Looked for before
 * the page is parsed.
 */
export function addressesInPage(bytes: Uint8Array): StyleAddresses {
  const text = new TextDecoder().decode(bytes)
  const shown = new Set<string>()
  const styles = new Set<string>()
  for (const [, tag = '', attributes = ''] of text.matchAll(TAG)) {
    if (tag.toLowerCase() === 'link') {
      if (/\srel\s*=\s*["']?\s*stylesheet/i.test(attributes)) addAll(styles, addressesOf(attributes))
    } else addAll(shown, addressesOf(attributes))
    if (shown.size >= MOST) break
  }
  for (const [, element, quoted, other] of text.matchAll(STYLE)) {
    const found = addressesInStyle(element ?? decodeEntities(quoted ?? other ?? ''))
    addAll(shown, found.shown)
    addAll(styles, found.styles)
    if (shown.size >= MOST) break
  }
  return { shown: [...shown].slice(0, MOST), styles: [...styles].slice(0, MOST) }
}

function addressesOf(attributes: string): readonly string[] {
  // A picture inside the page is as long as its tag may not be; its own address is no candidate anyway.
  const plain = [...attributes.matchAll(ADDRESS)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
  const sets = [...attributes.matchAll(SET)].flatMap((match) => (match[1] ?? match[2] ?? '').split(/,\s+/))
  return [...plain, ...sets.map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')].map(decodeEntities)
}

function addAll(found: Set<string>, written: readonly string[]): void {
  for (const one of written) {
    const address = one.trim()
    if (address !== '' && !ELSEWHERE.test(address)) found.add(address)
  }
}
