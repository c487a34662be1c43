import type { ArticleFacts } from '../../../../shared/model/rendition.ts'
import type { PartialDate } from '../../../../shared/model/identity.ts'
import { parseDate } from '../../dates/parse-date.ts'
import { collapse } from '../walk.ts'
import { authorNames } from './author-names.ts'
import type { ClaimField, ClaimsBySource, ClaimSource } from './claims.ts'
import { decodeEntities } from './decode-entities.ts'
import { cleanTitle, longestPiece, titleSimilarity, titleWords } from './title.ts'

/** Which source is believed first, field by field; measured on annotated pages (bench/extraction). */
const PRIORITY: Readonly<Record<ClaimField, readonly ClaimSource[]>> = {
  title: ['jsonLd', 'openGraph', 'metaTags', 'microdata', 'titleTag'],
  author: ['jsonLd', 'metaTags', 'openGraph', 'microdata', 'visible'],
  published: ['jsonLd', 'openGraph', 'microdata', 'metaTags', 'visible', 'address'],
  publication: ['openGraph', 'jsonLd', 'metaTags'],
  section: ['jsonLd', 'openGraph', 'metaTags', 'microdata'],
  language: ['visible', 'jsonLd', 'openGraph', 'metaTags', 'microdata'],
  standfirst: ['jsonLd', 'openGraph', 'metaTags', 'microdata'],
  image: ['openGraph', 'jsonLd', 'metaTags'],
}

/** The facts, and the lead picture's address. */
export interface MergedFacts {
  readonly facts: ArticleFacts
  readonly leadImageUrl: string | null
}

/** What surrounds the claims: the page's own headlines and language. */
export interface MergeContext {
  readonly headings: readonly string[]
  /** Texts of the `<h1>` elements, the first of the headings. */
  readonly headlines: readonly string[]
  /** `lang` of the page, which settles `03/04/2022`. */
  readonly languageTag: string | null
  readonly url: string | null
}

/** Weighs the claims of all sources into one set of facts; null where no source says anything plausible. */
export function mergeClaims(claims: ClaimsBySource, context: MergeContext): MergedFacts {
  const values = (field: ClaimField): string[] => PRIORITY[field].flatMap((source) => claims[source][field] ?? [])
  const publication =
    values('publication')
      .map(plain)
      .find((name) => name !== '' && name.length <= 80) ?? null
  const siteNames = [...values('publication').map(plain), ...hostNames(context.url)]
  const title = mergeTitle(values('title'), siteNames, context)
  const facts: ArticleFacts = {
    title,
    standfirst:
      values('standfirst')
        .map(plain)
        .find((text) => isStandfirst(text, title)) ?? null,
    byline: mergeAuthors(claims, siteNames),
    publication,
    section:
      values('section')
        .map(plain)
        .find((text) => text.length > 1 && text.length <= 60) ?? null,
    published: mergeDate(values('published'), context.languageTag),
    language: mergeLanguage(values('language'), context.languageTag),
    contributors: [],
  }
  return {
    facts,
    leadImageUrl:
      values('image')
        .map((url) => url.trim())
        .find(isPicture) ?? null,
  }
}

/** A visible headline that resembles a stated title is the title as its readers know it. */
const LEAST_LIKENESS = { h1: 0.3, h2: 0.75 }

function mergeTitle(values: readonly string[], siteNames: readonly string[], context: MergeContext): string | null {
  const { headings, headlines } = context
  const isSite = (title: string): boolean => siteNames.some((name) => titleSimilarity(name, title) > 0.9)
  const isTitle = (text: string): boolean => text.length <= 300 && titleWords(text).length > 0
  const stated = values.map((value) => cleanTitle(plain(value), siteNames, headings)).filter(isTitle)
  const likeness = (text: string): number => Math.max(0, ...stated.map((title) => titleSimilarity(title, text)))
  const visible = [
    ...best(
      headlines.filter((text) => isTitle(text) && !isSite(text)),
      likeness,
      LEAST_LIKENESS.h1,
    ),
    ...best(
      headings.filter((text) => isTitle(text) && !isSite(text)),
      likeness,
      LEAST_LIKENESS.h2,
    ),
  ]
  const shown =
    visible[0] !== undefined && visible[1] !== undefined && likeness(visible[1]) > likeness(visible[0]) + 0.4
      ? visible[1]
      : visible[0]
  if (shown !== undefined) return withoutKicker(shown, stated)
  const title = stated.find((text) => !isSite(text))
  if (title === undefined)
    return headlines.find((text) => isTitle(text) && !isSite(text)) ?? stated[0] ?? headlines[0] ?? null
  return headings.some((text) => titleSimilarity(text, title) > 0.6) ? title : longestPiece(title)
}

/** The text most like what is stated, if it is like enough; the first of equals. */
function best(texts: readonly string[], likeness: (text: string) => number, least: number): readonly string[] {
  const top = [...texts].sort((a, b) => likeness(b) - likeness(a))[0]
  return top !== undefined && likeness(top) >= least ? [top] : []
}

/** A headline element may hold a kicker or subtitle too: then the stated title that it begins or ends with is it. */
function withoutKicker(shown: string, stated: readonly string[]): string {
  const words = titleWords(shown).join(' ')
  const part = stated.find((title) => {
    const own = titleWords(title)
    const text = own.join(' ')
    return own.length >= 3 && text.length < words.length && (words.startsWith(`${text} `) || words.endsWith(` ${text}`))
  })
  return part ?? shown
}

/** The first source that names anyone; the page's own name is an author only when nobody else is named. */
function mergeAuthors(claims: ClaimsBySource, siteNames: readonly string[]): string | null {
  for (const rejected of [siteNames, []]) {
    for (const source of PRIORITY.author) {
      // What is visible may be many bylines of many articles; the first is this one's.
      const stated = claims[source].author ?? []
      const groups = source === 'visible' ? stated.map((value) => [value]) : [stated]
      const names = groups.map((group) => authorNames(group, rejected)).find((found) => found.length > 0)
      if (names !== undefined) return names.join(', ')
    }
  }
  return null
}

function mergeDate(values: readonly string[], language: string | null): PartialDate | null {
  for (const value of values) {
    const date = parseDate(value, { language })
    // Content systems write the epoch, and day one of year one, where they know nothing.
    if (date !== null && !date.startsWith('1970-01-01') && date.length >= 7) return date
  }
  return null
}

function mergeLanguage(values: readonly string[], tag: string | null): string | null {
  for (const value of [tag ?? '', ...values]) {
    const primary = /^([a-z]{2,3})(?:$|[-_])/i.exec(value.trim())?.[1]?.toLowerCase()
    if (primary !== undefined && primary !== 'und' && primary !== 'mul') return primary
  }
  return null
}

function isStandfirst(text: string, title: string | null): boolean {
  return titleWords(text).length >= 3 && (title === null || titleSimilarity(text, title) < 0.95)
}

function isPicture(url: string): boolean {
  return /^(?:https?:|\/|\.)/i.test(url) && !/\.svg(?:$|\?)/i.test(url)
}

/** `https://www.example.co.uk/…` may be called `example` or `example.co.uk` in a title. */
function hostNames(url: string | null): string[] {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]
  if (host === undefined) return []
  const labels = host.split('.')
  return [host, ...labels.slice(0, -1).filter((label) => label.length > 3)]
}

function plain(value: string): string {
  return collapse(decodeEntities(decodeEntities(value)).replace(/<\/?[a-z][^<>]*>/gi, ' '))
}
