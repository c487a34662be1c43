import type { Database } from 'better-sqlite3'
import type { Article } from '../../../shared/model/article.ts'
import type {
  ArticleId,
  ArticleUid,
  Instant,
  PartialDate,
  ReaderHtml,
  RenditionId,
} from '../../../shared/model/identity.ts'
import type { ReadingPosition } from '../../../shared/model/reading-place.ts'
import type { Aside, Caption, Direction, TextPart } from '../../../shared/model/rendition.ts'
import { labelOf } from '../../../shared/text/display-title.ts'
import type { Reading } from '../../archive/ports/reading.ts'
import { effectiveFacts, type EffectiveFacts, type OverrideRow } from '../listing/effective-facts.ts'
import { fileNameOf } from '../listing/label-facts.ts'
import { linkFacts } from '../listing/link-facts.ts'
import { SELECT_OVERRIDES } from '../listing/refresh-listing.ts'
import { ARTICLE_SOURCE_ID, ARTICLE_URL } from '../listing/stated-facts.ts'
import { readJsonColumn } from '../json-column.ts'
import { sha256FromColumn } from '../sha256-column.ts'
import { readZstdColumn } from '../zstd-column.ts'
import { createOrganisationOf } from './organisation-of.ts'
import { createReadAnnotations } from './read-annotations.ts'
import { createReadPosition } from './read-position.ts'
import { createReadVersions } from './read-versions.ts'

interface ArticleHead {
  readonly id: ArticleId
  readonly uid: ArticleUid
  readonly sourceId: string | null
  readonly url: string | null
  readonly added: Instant
  readonly state: Article['state']
  readonly starred: 0 | 1
  readonly trashed: Instant | null
}

interface ContentRow extends EffectiveFacts {
  readonly id: RenditionId | null
  readonly version: number
  readonly rendition: number
  readonly leadImage: Uint8Array | null
  readonly parameters: string
  readonly html: Uint8Array
  readonly text: Uint8Array
  readonly parts: string
  readonly words: number
  readonly direction: Direction
  readonly contributors: string
  readonly captions: string
  readonly asides: string
}

type Content = Pick<
  Article,
  'contributors' | 'html' | 'text' | 'parts' | 'words' | 'direction' | 'captions' | 'asides' | 'leadImage'
>

/** Reads an article whole. Throws `Failure` `storage/damaged` when its stored text or HTML is. */
export function createReadArticle(database: Database): Reading['article'] {
  const selectHead = database.prepare<[ArticleUid], ArticleHead>(
    `SELECT a.id, a.uid, ${ARTICLE_SOURCE_ID} AS sourceId, ${ARTICLE_URL} AS url, a.added_at AS added, a.state,
       a.starred, a.trashed_at AS trashed FROM article a WHERE a.uid = ?`,
  )
  const selectOverrides = database.prepare<[ArticleId], OverrideRow>(SELECT_OVERRIDES)
  const readContent = createReadContent(database)
  const organisationOf = createOrganisationOf(database)
  const readVersions = createReadVersions(database)
  const readAnnotations = createReadAnnotations(database)
  const readPosition = createReadPosition(database)
  return (uid, version) => {
    const head = selectHead.get(uid)
    const row = head === undefined ? undefined : readContent(head.id, version)
    if (head === undefined || row === undefined) return undefined
    const { id, starred, ...marks } = head
    const facts = effectiveFacts(row.id === null ? linkFacts(row.parameters) : row, selectOverrides.all(id))
    const content = row.id === null ? NO_CONTENT : toContent(row.id, row)
    const nameless = { fileName: fileNameOf(row.parameters), url: head.url, text: content.text }
    return {
      ...marks,
      ...facts,
      label: facts.title === null ? labelOf(nameless) : null,
      published: facts.published as PartialDate | null,
      ...content,
      starred: starred === 1,
      ...(organisationOf([id]).get(id) ?? { tags: [], collections: [] }),
      versions: readVersions(id),
      annotations: readAnnotations({ article: id }).map(({ annotation }) => annotation),
      position: row.id === null ? NO_POSITION : readPosition(id, { ...row, text: content.text }),
    }
  }
}

const NO_POSITION: ReadingPosition = { stopped: null, furthest: null }

/** A link has the empty text, and the one document that has it. */
const NO_CONTENT: Content = {
  contributors: [],
  html: '<article></article>' as ReaderHtml,
  text: '',
  parts: [],
  words: 0,
  direction: 'ltr',
  captions: [],
  asides: [],
  leadImage: null,
}

function toContent(rendition: RenditionId, row: ContentRow): Content {
  const text = readZstdColumn(rendition, 'text', row.text)
  return {
    contributors: readJsonColumn(row.contributors) as readonly string[],
    html: readZstdColumn(rendition, 'html', row.html, Buffer.from(text)) as ReaderHtml,
    text,
    parts: readJsonColumn(row.parts) as readonly TextPart[],
    words: row.words,
    direction: row.direction,
    captions: readJsonColumn(row.captions) as readonly Caption[],
    asides: readJsonColumn(row.asides) as readonly Aside[],
    leadImage: row.leadImage === null ? null : sha256FromColumn(row.leadImage),
  }
}

function createReadContent(database: Database): (article: ArticleId, version?: number) => ContentRow | undefined {
  const columns = `r.id, v.number AS version, r.number AS rendition,
    (SELECT b.sha256 FROM blob b WHERE b.id = r.lead_image) AS leadImage, v.parameters, r.html_zstd AS html, r.text_zstd AS text, r.parts, r.words, r.direction,
    r.contributors, r.captions, r.asides, r.title, r.standfirst, r.byline, r.publication, r.section, r.published,
    r.language`
  const current = database.prepare<[ArticleId], ContentRow>(
    `SELECT ${columns} FROM article a JOIN version v ON v.id = a.current_version
     LEFT JOIN rendition r ON r.id = v.current_rendition WHERE a.id = ?`,
  )
  const numbered = database.prepare<[ArticleId, number], ContentRow>(
    `SELECT ${columns} FROM version v LEFT JOIN rendition r ON r.id = v.current_rendition
     WHERE v.article = ? AND v.number = ?`,
  )
  return (article, version) => (version === undefined ? current.get(article) : numbered.get(article, version))
}
