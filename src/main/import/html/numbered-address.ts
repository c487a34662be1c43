/** An address without what numbers a page of an article, and that number; 1 where nothing numbers it. */
export interface NumberedAddress {
  /** What addresses of pages of one article have in common. */
  readonly base: string
  /** The address without the number. */
  readonly unnumbered: string
  readonly page: number
}

/** More pages than this no article has; a higher number is a post's. */
export const MOST_PAGES = 60
const PAGE_PARAMETERS = ['page', 'pg', 'seite', 'pagina', 'pageno', 'page_number', 'paged']
/** `/2`, `/page/2`, `/seite-2`, `-page2.html`, `,2.html` at a path's end. */
const PAGE_IN_PATH =
  /(?:\/|[-_,](?=page|seite|pagina|p?\d))(?:(?:page|seite|pagina|p)[-_/]?)?([1-9]\d?)(?=(?:\.\w{2,5})?\/?$)/i
/** The last part of an article's address: words, not a section and not a number alone. */
const SLUG = /\p{L}[^/]*[-_.,\d][^/]*\/?$|[^/]{13,}\/?$/u

/** Takes the number of a page out of an address. A section's pages are no pages of an article. */
export function numberedAddress(address: URL): NumberedAddress {
  const rest = new URL(address)
  rest.hash = ''
  for (const name of PAGE_PARAMETERS) {
    const value = rest.searchParams.get(name)
    if (value === null || !/^[1-9]\d?$/.test(value)) continue
    rest.searchParams.delete(name)
    // What names the article is the end of its path or another parameter.
    if (rest.search !== '' || SLUG.test(rest.pathname)) return numbered(rest, Number(value))
    return numbered(new URL(address), 1)
  }
  const found = PAGE_IN_PATH.exec(rest.pathname)
  const page = Number(found?.[1])
  if (found === null || page > MOST_PAGES) return numbered(rest, 1)
  const before = rest.pathname.slice(0, found.index)
  if (!SLUG.test(before)) return numbered(rest, 1)
  rest.pathname = before + rest.pathname.slice(found.index + found[0].length)
  return numbered(rest, page)
}

function numbered(address: URL, page: number): NumberedAddress {
  const { host, pathname, search } = address
  return {
    base: `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`,
    unnumbered: address.href,
    page,
  }
}
