import { decodeEntities } from './decode-entities.ts'
import type { Claims } from './claims.ts'

/** Types of schema.org that are an article, or stand for one. */
const ARTICLE_TYPE =
  /(?:Article|BlogPosting|Posting|Report|Review|Recipe|ScholarlyArticle|APIReference|HowTo|Book|CreativeWork|Podcast\w*|VideoObject|Event)$/
/** Types that describe the page around it: their name is no headline, their date may be the site's. */
const PAGE_TYPE = /(?:WebPage|ItemPage|AboutPage|FAQPage|ProfilePage)$/

type JsonRecord = Readonly<Record<string, unknown>>

/** What the JSON-LD blocks of a page say about its article; broken blocks are mended or skipped. */
export function jsonLdClaims(blocks: readonly string[]): Claims {
  const nodes = blocks.flatMap((block) => nodesIn(parseLoosely(block)))
  const byId = new Map(nodes.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [])))
  const articles = nodes.filter((node) => isOfType(node, ARTICLE_TYPE)).sort((a, b) => rank(b) - rank(a))
  const pages = nodes.filter((node) => isOfType(node, PAGE_TYPE))
  const sites = nodes.filter((node) => isOfType(node, /WebSite$/))
  const article = articles[0]
  const described = article === undefined ? pages.slice(0, 1) : [article, ...pages]
  return {
    title: texts(article === undefined ? [] : [article['headline'], article['name'], article['alternativeHeadline']]),
    author: described.flatMap((node) => names(people(node['author'] ?? node['creator'], byId), byId)).slice(0, 50),
    coauthor: described.slice(0, 1).flatMap((node) => names(people(node['creator'], byId), byId)),
    agency: described.flatMap((node) => names(organisations(node['author'], byId), byId)),
    published: texts(described.flatMap((node) => [node['datePublished'], node['dateCreated'], node['uploadDate']])),
    publication: [
      ...described.flatMap((node) => names(node['publisher'], byId)),
      ...texts(sites.map(({ name }) => name)),
    ],
    section: texts(described.flatMap((node) => [node['articleSection']].flat())),
    language: texts(described.map((node) => node['inLanguage'])),
    standfirst: texts(described.flatMap((node) => [node['description'], node['alternativeHeadline']])),
    image: described.flatMap((node) => addresses(node['image'] ?? node['thumbnailUrl'], byId)),
  }
}

function nodesIn(value: unknown, depth = 0): JsonRecord[] {
  if (depth > 6) return []
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((item) => nodesIn(item, depth + 1))
  if (!isRecord(value)) return []
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage'].flatMap((key) => nodesIn(value[key], depth + 1))
  return [value, ...inner]
}

/** A full article beats a video or event that the page also holds. */
function rank(node: JsonRecord): number {
  const isText = isOfType(node, /(?:Article|BlogPosting|Report|Recipe|Review)$/)
  return (isText ? 4 : 0) + ('headline' in node ? 2 : 0) + ('author' in node ? 1 : 0)
}

function isOfType(node: JsonRecord, pattern: RegExp): boolean {
  return [node['@type']].flat().some((type) => typeof type === 'string' && pattern.test(type))
}

function names(value: unknown, byId: ReadonlyMap<string, JsonRecord>): string[] {
  if (typeof value === 'string') return texts([value])
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => names(item, byId))
  if (!isRecord(value)) return []
  const referred = typeof value['@id'] === 'string' ? byId.get(value['@id']) : undefined
  const name = value['name'] ?? referred?.['name'] ?? personName(value)
  return texts([name].flat())
}

const ORGANISATION = /(?:Organization|Corporation|NewsMediaOrganization)$/

function people(value: unknown, byId: ReadonlyMap<string, JsonRecord>): unknown[] {
  return [value].flat().filter((author) => !isOrganisation(author, byId))
}

function organisations(value: unknown, byId: ReadonlyMap<string, JsonRecord>): unknown[] {
  return [value].flat().filter((author) => isOrganisation(author, byId))
}

function isOrganisation(author: unknown, byId: ReadonlyMap<string, JsonRecord>): boolean {
  if (!isRecord(author)) return false
  const known = typeof author['@id'] === 'string' ? byId.get(author['@id']) : undefined
  const types = [author['@type'] ?? known?.['@type']].flat()
  return types.some((type) => typeof type === 'string' && ORGANISATION.test(type)) && !types.includes('Person')
}

function personName(value: JsonRecord): string | null {
  const parts = [value['givenName'], value['familyName']].filter((part) => typeof part === 'string')
  return parts.length === 2 ? parts.join(' ') : null
}

function addresses(value: unknown, byId: ReadonlyMap<string, JsonRecord>): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.slice(0, 10).flatMap((item) => addresses(item, byId))
  if (!isRecord(value)) return []
  const referred = typeof value['@id'] === 'string' ? byId.get(value['@id']) : undefined
  return texts([value['url'] ?? value['contentUrl'] ?? referred?.['url']])
}

function texts(values: readonly unknown[]): string[] {
  return values
    .flat()
    .map((value) => (isRecord(value) ? value['@value'] : value))
    .filter((value) => typeof value === 'string')
    .map((value) =>
      decodeEntities(value)
        .replace(/<[^<>]+>/g, '')
        .trim(),
    )
    .filter((value) => value !== '')
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Pages write comments, raw newlines, trailing commas and entities into JSON. */
function parseLoosely(block: string): unknown {
  const plain = block.replace(
    /^\s*(?:<!\[CDATA\[|<!--|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:\]\]>|-->|\/\*\s*\]\]>\s*\*\/)\s*;?\s*$/g,
    '',
  )
  const attempts = [plain, mendJson(plain), mendJson(plain.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))]
  for (const attempt of attempts) {
    try {
      const parsed: unknown = JSON.parse(attempt)
      return parsed
    } catch {
      // The next attempt mends more; a block that none can read says nothing.
    }
  }
  return null
}

function mendJson(text: string): string {
  return text
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/;\s*$/, '')
    .replace(/\\(?!["\\/bfnrtu])/g, '\\\\')
}
