import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { Survey } from './survey.ts'

/** An address without what numbers a page of an article, and that number; 1 where nothing numbers it. */
interface NumberedAddress {
  readonly base: string
  readonly page: number
}

/** More pages than this no article has; a higher number is a post's. */
const MOST_PAGES = 60
const PAGE_PARAMETERS = ['page', 'pg', 'seite', 'pagina', 'pageno', 'page_number', 'paged']
/** `/2`, `/page/2`, `/seite-2`, `-page2.html`, `,2.html` at a path's end. */
const PAGE_IN_PATH =
  /(?:\/|[-_,](?=page|seite|pagina|p?\d))(?:(?:page|seite|pagina|p)[-_/]?)?([1-9]\d?)(?=(?:\.\w{2,5})?\/?$)/i
/** The last part of an article's address: words, not a section and not a number alone. */
const SLUG = /\p{L}[^/]*[-_.,\d][^/]*\/?$|[^/]{13,}\/?$/u

/**
 * The remark that a page is one of several of an article: its head names a next or a previous page, and both addresses are the
 * same but for the number of the page. (Most sites name the next article there, whose address is another.)
 */
export function severalPagesNotes({ url, links, baseHref }: Survey): readonly ItemNote[] {
  const own = parsed(url ?? links.find(({ rel }) => rel === 'canonical')?.href ?? null, null)
  if (own === null) return []
  const here = numberedOf(own)
  const pageBeside = (rels: readonly string[], step: 1 | -1): string | null => {
    for (const { rel, href } of links) {
      const address = rels.includes(rel) ? parsed(href, baseHref === null ? own : parsed(baseHref, own)) : null
      if (address !== null && isPageOf(here, numberedOf(address), step)) return address.href
    }
    return null
  }
  const next = pageBeside(['next'], 1)
  const previous = pageBeside(['prev', 'previous'], -1)
  return next === null && previous === null ? [] : [{ kind: 'one-of-several-pages', details: { next, previous } }]
}

/** Of a first page one may not know whether its address was numbered: the canonical one often is not. */
function isPageOf(here: NumberedAddress, other: NumberedAddress, step: 1 | -1): boolean {
  return (
    here.base === other.base && (other.page === here.page + step || (here.page === 1 && step === 1 && other.page > 1))
  )
}

function numberedOf(address: URL): NumberedAddress {
  const rest = new URL(address)
  rest.hash = ''
  for (const name of PAGE_PARAMETERS) {
    const value = rest.searchParams.get(name)
    if (value === null || !/^\d{1,2}$/.test(value)) continue
    rest.searchParams.delete(name)
    return { base: baseOf(rest), page: Number(value) }
  }
  const found = PAGE_IN_PATH.exec(rest.pathname)
  const page = Number(found?.[1])
  if (found === null || page > MOST_PAGES) return { base: baseOf(rest), page: 1 }
  const before = rest.pathname.slice(0, found.index)
  if (!SLUG.test(before)) return { base: baseOf(rest), page: 1 }
  rest.pathname = before + rest.pathname.slice(found.index + found[0].length)
  return { base: baseOf(rest), page }
}

function baseOf({ host, pathname, search }: URL): string {
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`
}

function parsed(address: string | null, base: URL | null): URL | null {
  const url = address === null ? null : URL.parse(address, base?.href)
  return url !== null && /^https?:$/.test(url.protocol) ? url : null
}
