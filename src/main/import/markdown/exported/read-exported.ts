import type { JsonObject } from '../../../../shared/json.ts'
import { READING_STATES } from '../../../../shared/model/article.ts'
import type { ArticleUid, Instant } from '../../../../shared/model/identity.ts'
import { readChecksum } from '../../../../shared/text/checksum-line.ts'
import { parseDeepLink } from '../../../../shared/text/deep-link.ts'
import type { DraftMarks } from '../../../archive/prepared-article.ts'
import { parseDate } from '../../dates/parse-date.ts'
import { sha256 } from '../../steps/sha256.ts'
import type { FrontMatter } from '../read-front-matter.ts'
import { stringOf, stringsOf } from '../yaml-values.ts'
import { cutAnnotations, type CutAnnotations } from './cut-annotations.ts'
import { cutHead } from './cut-head.ts'
import type { ExportedArticle } from './exported-article.ts'
import { readLogseqOutline, readLogseqPage, type LogseqPage } from './logseq-outline.ts'

/** What the export states that other programs' front matter does not. */
const OWN = new Set(['added', 'collections', 'uid', 'link', 'checksum', 'state', 'starred'])

/**
 * Reads a file that the program's own export wrote, by any of the three built-in templates, edited or not; null for any
 * other Markdown. It is known by the article's uid together with its link, so that a person's note that only links to an
 * article is not taken for one.
 */
export function readExported(source: string, frontMatter: FrontMatter): ExportedArticle | null {
  const { fields } = frontMatter
  const uid = uidOf(stringOf(fields['uid']), stringOf(fields['link']))
  if (uid !== null) return ofFrontMatter(source, frontMatter, uid)
  const page = readLogseqPage(source)
  const logseqUid = uidOf(page?.properties.get('uid') ?? null, page?.properties.get('link') ?? null)
  return page === null || logseqUid === null ? null : ofLogseq(source, page, logseqUid)
}

function uidOf(uid: string | null, link: string | null): ArticleUid | null {
  const article = link === null ? null : (parseDeepLink(link)?.article ?? null)
  return article === uid?.toLowerCase() ? article : null
}

function ofFrontMatter(source: string, frontMatter: FrontMatter, uid: ArticleUid): ExportedArticle {
  const { fields, facts, rest } = frontMatter
  const { text, highlights } = cutAnnotations(rest, uid)
  const head = cutHead(text, facts.byline ?? null)
  const isOwn = ({ details: { field = null, value = null } }: FrontMatter['notes'][number]): boolean =>
    OWN.has(stringOf(field) ?? '') || parseDeepLink(stringOf(value) ?? '') !== null
  return {
    uid,
    isUnedited: isUnedited(source),
    facts: head.standfirst === null ? facts : { standfirst: head.standfirst, ...facts },
    url: frontMatter.url,
    marks: marksOf(fields, frontMatter.tags, highlights),
    body: head.body,
    notes: frontMatter.notes.filter((note) => note.kind !== 'unknown-field' || !isOwn(note)),
  }
}

function marksOf(fields: JsonObject, tags: readonly string[], highlights: CutAnnotations['highlights']): DraftMarks {
  return {
    added: instantOf(stringOf(fields['added'])),
    state: READING_STATES.find((state) => state === fields['state']) ?? 'unread',
    starred: fields['starred'] === true,
    tags,
    collections: stringsOf(fields['collections']).map((path) => path.split('/')),
    highlights,
  }
}

/** Obsidian's flavour leaves zone and fractions away; it is in UTC. */
function instantOf(written: string | null): Instant | null {
  const moment = written === null ? NaN : Date.parse(/T[\d:]+$/.test(written) ? `${written}Z` : written)
  return Number.isNaN(moment) ? null : (new Date(moment).toISOString() as Instant)
}

function ofLogseq(source: string, { properties, outline }: LogseqPage, uid: ArticleUid): ExportedArticle {
  const { text, highlights } = readLogseqOutline(outline, uid)
  const value = (name: string): string | null => properties.get(name) ?? null
  const published = parseDate(value('published') ?? '')
  const [title, byline, publication] = [value('title'), value('author'), value('publication')]
  return {
    uid,
    isUnedited: isUnedited(source),
    facts: {
      ...(title === null ? {} : { title }),
      ...(byline === null ? {} : { byline }),
      ...(publication === null ? {} : { publication }),
      ...(published === null ? {} : { published }),
    },
    url: value('url'),
    marks: { ...marksOf({}, value('tags')?.split(', ') ?? [], highlights) },
    body: text,
    notes: [],
  }
}

function isUnedited(source: string): boolean {
  const said = readChecksum(source)
  return said !== null && sha256(said.content).startsWith(said.checksum)
}
