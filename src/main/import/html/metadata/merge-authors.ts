import { authorNames, writtenByline } from './author-names.ts'
import { bareName } from './bare-name.ts'
import type { ClaimsBySource, ClaimSource } from './claims.ts'

/** Which source is believed first about authors; measured on annotated pages (bench/extraction). */
const PRIORITY: readonly ClaimSource[] = ['jsonLd', 'openGraph', 'metaTags', 'microdata', 'visible', 'card']

/** More names than these are no byline but everybody on the page. */
const MOST_NAMES = 12

/**
 * Names of the authors, joined by a comma: people before organisations, and the site itself (`siteNames`) only when
 * nobody else is named. null when no source names anyone.
 */
export function mergeAuthors(claims: ClaimsBySource, siteNames: readonly string[]): string | null {
  const names =
    firstNamed(claims, siteNames) ??
    nonEmpty(authorNames(claims.jsonLd.agency ?? [], siteNames)) ??
    firstNamed(claims, []) ??
    nonEmpty(authorNames(claims.jsonLd.agency ?? [])) ??
    nonEmpty([...(claims.visible.author ?? []), ...(claims.jsonLd.author ?? [])].flatMap(writtenByline).slice(0, 1))
  return names === null ? null : names.join(', ')
}

function firstNamed(claims: ClaimsBySource, rejected: readonly string[]): readonly string[] | null {
  for (const source of PRIORITY) {
    // What is visible may be many bylines of many articles; the first is this one's.
    const stated = claims[source].author ?? []
    const groups = source === 'visible' ? stated.map((value) => [value]) : [stated]
    const names = groups.map((group) => authorNames(group, rejected)).find((found) => found.length > 0)
    if (names !== undefined) return fuller(names, claims, rejected).map((name) => written(name, claims, rejected))
  }
  return null
}

/** Some systems state the first author alone in one place and all in another. */
function fuller(names: readonly string[], claims: ClaimsBySource, rejected: readonly string[]): readonly string[] {
  for (const source of PRIORITY) {
    if (source === 'visible') continue
    const others = authorNames([...(claims[source].author ?? []), ...(claims[source].coauthor ?? [])], rejected)
    if (others.length > names.length && others.length <= MOST_NAMES && names.every((name) => others.includes(name)))
      return others
  }
  return names
}

/** A user's name (`annexample`) or first name as another source writes it whole: `Ann Example`. */
function written(name: string, claims: ClaimsBySource, rejected: readonly string[]): string {
  if (name.includes(' ')) return name
  const own = bareName(name)
  const others = PRIORITY.flatMap((source) => authorNames(claims[source].author ?? [], rejected))
  const whole = others.find((other) => other.includes(' ') && bareName(other) === own)
  return whole ?? others.find((other) => other.startsWith(`${name} `) && other.split(' ').length <= 3) ?? name
}

function nonEmpty(names: readonly string[]): readonly string[] | null {
  return names.length === 0 ? null : names
}
