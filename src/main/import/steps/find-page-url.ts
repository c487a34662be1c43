/**
 * The URL that a saved page says it has: what the program that saved it wrote down (SingleFile, browsers), else its
 * canonical link, else `og:url`; null when it says nothing usable. Looked for in the text, because it is needed before
 * the page is parsed: relative links depend on it.
 */
export function findPageUrl(html: string): string | null {
  return (
    savedFrom(html) ??
    pageAddress(attributeOfTag(html, 'link', /\brel\s*=\s*["']?canonical\b/i, 'href')) ??
    pageAddress(attributeOfTag(html, 'meta', /\b(?:property|name)\s*=\s*["']?og:url\b/i, 'content'))
  )
}

/** `<!-- saved from url=(0031)https://… -->` of browsers; the comment that SingleFile begins a page with. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S{1,2000})/
const SINGLE_FILE = /<!--\s*Page saved with SingleFile\s*\n\s*url:\s*(\S{1,2000})/

function savedFrom(html: string): string | null {
  const start = html.slice(0, 20_000)
  return webAddress(SAVED_FROM.exec(start)?.[1] ?? SINGLE_FILE.exec(start)?.[1] ?? null)
}

/** Tags are read up to this length (characters), so that a tag that never ends costs nothing. */
const TAG = { link: /<link\b([^<>]{1,2000})>/gi, meta: /<meta\b([^<>]{1,2000})>/gi }

function attributeOfTag(html: string, tag: keyof typeof TAG, mark: RegExp, name: string): string | null {
  for (const [, attributes = ''] of html.matchAll(TAG[tag])) {
    if (!mark.test(attributes)) continue
    const value = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes)
    return value?.[1] ?? value?.[2] ?? value?.[3] ?? null
  }
  return null
}

/** A front page is nobody's article: many sites name it as the canonical URL of all their pages by mistake. */
function pageAddress(value: string | null): string | null {
  const address = webAddress(value)
  if (address === null) return null
  const { pathname, search } = new URL(address)
  return pathname === '/' && search === '' ? null : address
}

function webAddress(value: string | null): string | null {
  const url = URL.parse(value?.trim().replaceAll('&amp;', '&') ?? '')
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}
