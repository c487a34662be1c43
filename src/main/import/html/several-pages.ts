import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { PagePlace } from '../../../shared/model/page-place.ts'
import { canonicalUrl } from '../enrich/canonical-url.ts'
import { MOST_PAGES, numberedAddress, type NumberedAddress } from './numbered-address.ts'
import type { Survey } from './survey.ts'

/** A page that is one of several: its place, and the addresses beside it. */
export interface SeveralPages {
  readonly place: PagePlace
  readonly next: string | null
  readonly previous: string | null
}

/**
 * The place of a page among those of its article, by its own word: it names a next or a previous page, or lists all by their
 * numbers, and the addresses are the same but for the number. (Most sites name the next article there, whose address is
 * another.) null when it says nothing of the kind, or contradicts itself.
 */
export function findSeveralPages(survey: Survey): SeveralPages | null {
  const own = parsed(survey.url ?? survey.links.find(({ rel }) => rel === 'canonical')?.href ?? null, null)
  if (own === null) return null
  const here = numberedAddress(own)
  const pages = pagesNamed(survey, own, here)
  const next = pages.find(({ rel, page }) => rel === 'next' && page > 1) ?? null
  const previous = pages.find(({ rel, page }) => rel.startsWith('prev') && page < (next?.page ?? Infinity)) ?? null
  const listed = pages.filter(({ rel, page }) => rel === String(page))
  const number = numberBeside(here, next, previous) ?? numberInList(here, listed)
  if (number === null || !agrees(here, number)) return null
  const named = [previous, next, ...listed].filter((page) => page !== null)
  const last = Math.max(number, ...named.map(({ page }) => page))
  if (last < 2 || last > MOST_PAGES) return null
  const place = { number, last, addresses: addressesOf(here, named) }
  return { place, next: next?.href ?? null, previous: previous?.href ?? null }
}

/** Its place among the pages of its article, where a page has one. */
export function pagePlaceOf(survey: Survey): { readonly page?: PagePlace } {
  const several = findSeveralPages(survey)
  return several === null ? {} : { page: several.place }
}

/** The remark that a page is one of several of an article. */
export function severalPagesNotes(survey: Survey): readonly ItemNote[] {
  const several = findSeveralPages(survey)
  if (several === null) return []
  const { place, next, previous } = several
  return [{ kind: 'one-of-several-pages', details: { page: place.number, next, previous } }]
}

/** Pages of the article of which a page has an address, as it names them. */
function pagesNamed({ links, pageLinks, baseHref }: Survey, own: URL, here: NumberedAddress): readonly Neighbour[] {
  const base = baseHref === null ? own : parsed(baseHref, own)
  return [...links, ...pageLinks].flatMap(({ rel, href }): readonly Neighbour[] => {
    const address = LEADS_ON.test(rel) && !OF_COMMENTS.test(href) ? parsed(href, base) : null
    const page = address === null ? null : numberedAddress(address)
    return address === null || page?.base !== here.base ? [] : [{ ...page, rel, href: address.href }]
  })
}

interface Neighbour extends NumberedAddress {
  readonly rel: string
  readonly href: string
}

/** A neighbour, or a page by its number. */
const LEADS_ON = /^(?:next|prev|previous|\d+)$/

/** Comments have pages of their own, below the same article. */
const OF_COMMENTS = /comment|kommentar|respond|repl(?:y|ies)|review/i

/** The number between its neighbours, whose numbers have to follow each other. */
function numberBeside(here: NumberedAddress, next: Neighbour | null, previous: Neighbour | null): number | null {
  if (next !== null && previous !== null) return next.page - previous.page === 2 ? previous.page + 1 : null
  if (next !== null) return here.page === 1 || next.page === here.page + 1 ? next.page - 1 : null
  return previous === null ? null : previous.page + 1
}

/** The number that a list of numbers from 1 to the last leaves out, or where it leaves none out that of the address. */
function numberInList(here: NumberedAddress, listed: readonly Neighbour[]): number | null {
  const numbers = new Set(listed.map(({ page }) => page))
  const most = Math.max(here.page, ...numbers)
  const missing = Array.from({ length: most }, (_, index) => index + 1).filter((page) => !numbers.has(page))
  if (numbers.size === 0 || missing.length > 1) return null
  return missing[0] ?? here.page
}

/** An address without a number may be the canonical one, which on many sites is the first page’s on every page. */
function agrees(here: NumberedAddress, number: number): boolean {
  return here.page === 1 || here.page === number
}

/** A site may write its addresses with a stroke at the end or without. */
function addressesOf(here: NumberedAddress, named: readonly Neighbour[]): readonly string[] {
  const [path = '', query] = here.unnumbered.split('?', 2)
  const bare = path.replace(/\/$/, '')
  const whole = [here.unnumbered, bare, `${bare}/`].map((one, index) =>
    index === 0 || query === undefined ? one : `${one}?${query}`,
  )
  const all = [...whole, ...named.map(({ href }) => href)].flatMap((address) => canonicalUrl(address) ?? [])
  return [...new Set(all)]
}

function parsed(address: string | null, base: URL | null): URL | null {
  const url = address === null ? null : URL.parse(address, base?.href)
  return url !== null && /^https?:$/.test(url.protocol) ? url : null
}
