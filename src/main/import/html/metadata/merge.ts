import type { ArticleFacts } from '../../../../shared/model/rendition.ts'
import type { PartialDate } from '../../../../shared/model/identity.ts'
import { parseDate } from '../../dates/parse-date.ts'
import type { ClaimField, ClaimsBySource, ClaimSource } from './claims.ts'
import { plainValue } from './plain-value.ts'
import { mergeAuthors } from './merge-authors.ts'
import { mergeTitle } from './merge-title.ts'
import { titleSimilarity, titleWords } from './title.ts'

/** Which source is believed first, field by field; measured on annotated pages (bench/extraction). */
const PRIORITY: Readonly<Record<Exclude<ClaimField, 'author' | 'coauthor' | 'agency'>, readonly ClaimSource[]>> = {
  title: ['jsonLd', 'openGraph', 'metaTags', 'microdata', 'titleTag'],
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
  const values = (field: keyof typeof PRIORITY): string[] =>
    PRIORITY[field].flatMap((source) => claims[source][field] ?? [])
  const publication =
    values('publication')
      .map(plainValue)
      .find((name) => name !== '' && name.length <= 80) ?? null
  const siteNames = [...values('publication').map(plainValue), ...hostNames(context.url)]
  const title = mergeTitle(values('title'), siteNames, context)
  const facts: ArticleFacts = {
    title,
    standfirst:
      values('standfirst')
        .map(plainValue)
        .find((text) => isStandfirst(text, title)) ?? null,
    byline: mergeAuthors(claims, siteNames),
    publication,
    section:
      values('section')
        .map(plainValue)
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
