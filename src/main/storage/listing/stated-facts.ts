import type { ArticleId, Instant, RenditionId } from '../../../shared/model/identity.ts'
import type { ReadingState } from '../../../shared/model/article.ts'
import type { EffectiveFacts } from './effective-facts.ts'

/** One article with the facts of its current rendition (all null for a link), counts and marks. */
export interface StatedFactsRow extends EffectiveFacts {
  readonly article: ArticleId
  readonly added: Instant
  readonly state: ReadingState
  readonly starred: 0 | 1
  readonly trashed: 0 | 1
  readonly mediaType: string | null
  readonly incomplete: 0 | 1
  readonly rendition: RenditionId | null
  readonly words: number
  /** The version's parameters. */
  readonly parameters: string | null
  /** The compressed text, where there may be no title to show: reading it walks overflow pages. */
  readonly text: Uint8Array | null
  readonly url: string | null
  readonly sourceId: string | null
  readonly highlights: number
  readonly notes: number
}

/** An article's URL: of the oldest source that has one. */
export const ARTICLE_URL = `(SELECT s.url FROM article_source s
  WHERE s.article = a.id AND s.url IS NOT NULL ORDER BY s.id LIMIT 1)`
/** An article's id at the service it came from: of the oldest source that has one. */
export const ARTICLE_SOURCE_ID = `(SELECT s.source_id FROM article_source s
  WHERE s.article = a.id AND s.source_id IS NOT NULL ORDER BY s.id LIMIT 1)`

/** Selects `StatedFactsRow`s; a WHERE clause over `a` follows. */
export const SELECT_STATED_FACTS = `SELECT a.id AS article, a.added_at AS added, a.state, a.starred,
  a.trashed_at IS NOT NULL AS trashed, v.media_type AS mediaType, v.completeness IS NOT NULL AS incomplete,
  r.id AS rendition, r.title, r.standfirst, r.byline, r.publication, r.section, r.published, r.language,
  coalesce(r.words, 0) AS words, v.parameters,
  CASE WHEN r.title IS NULL OR EXISTS (SELECT 1 FROM article_field_override o
    WHERE o.article = a.id AND o.field = 'title' AND o.value IS NULL) THEN r.text_zstd END AS text,
  ${ARTICLE_URL} AS url, ${ARTICLE_SOURCE_ID} AS sourceId,
  (SELECT count(*) FROM annotation n WHERE n.article = a.id AND n.quote IS NOT NULL) AS highlights,
  (SELECT count(*) FROM annotation n WHERE n.article = a.id AND n.note <> '') AS notes
  FROM article a LEFT JOIN version v ON v.id = a.current_version LEFT JOIN rendition r ON r.id = v.current_rendition`
