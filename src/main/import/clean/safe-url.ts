const linkSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])
const pictureAddress = /^\/blob\/[0-9a-f]{64}$/
const safeName = /^[\p{L}\p{N}._:-]{1,200}$/u
const namePrefix = 'o-'

/** The URL made absolute against the page's own; null when it is not one. */
export function absoluteUrl(url: string, baseUrl: string | null): URL | null {
  return URL.parse(url, baseUrl ?? undefined)
}

/** A link target as it may be written: absolute http, https or mailto; null for anything else. */
export function safeLink(url: string, baseUrl: string | null): string | null {
  const parsed = absoluteUrl(url, baseUrl)
  return parsed !== null && linkSchemes.has(parsed.protocol) ? parsed.href : null
}

/** The name inside the same article that a link points to (`#note-1`, or the page's own address with it), or null. */
export function inPageName(url: string, baseUrl: string | null): string | null {
  const address = url.trim()
  const mark = address.indexOf('#')
  if (mark < 0 || mark === address.length - 1) return null
  if (mark > 0 && !isSamePage(address, baseUrl)) return null
  return articleName(decoded(address.slice(mark + 1)))
}

function isSamePage(url: string, baseUrl: string | null): boolean {
  if (baseUrl === null) return false
  const page = absoluteUrl(baseUrl, null)?.href.split('#', 1)[0]
  return page !== undefined && absoluteUrl(url, baseUrl)?.href.split('#', 1)[0] === page
}

/**
 * An `id` as reader HTML writes it, prefixed so that no page can shadow a property of the document that shows it; null
 * for names that would need escaping in a link. A name that already has the prefix stays.
 */
export function articleName(id: string): string | null {
  const name = id.normalize('NFC')
  if (!safeName.test(name)) return null
  return name.startsWith(namePrefix) ? name : namePrefix + name
}

/** Whether an answer of `resourceUrl` is what it promises: a blob of this archive. */
export function isPictureAddress(url: string): boolean {
  return pictureAddress.test(url)
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
