import type { NamedValue, Survey } from '../survey.ts'
import type { Claims } from './claims.ts'

/** Names of `<meta>` elements by field, best first: scholarly, Dublin Core, analytics and plain ones. */
const NAMES: Readonly<Record<Exclude<keyof Claims, 'coauthor' | 'agency'>, readonly string[]>> = {
  title: [
    'citation_title',
    'dc.title',
    'dcterms.title',
    'parsely-title',
    'sailthru.title',
    'hdl',
    'itemprop:headline',
    'title',
    'headline',
  ],
  author: [
    'citation_author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'dc.contributor',
    'byl',
    'author',
    'authors',
    'itemprop:author',
    'cxenseparse:author',
    'rbauthors',
    'byline',
  ],
  published: [
    'citation_publication_date',
    'citation_online_date',
    'citation_date',
    'parsely-pub-date',
    'sailthru.date',
    'itemprop:datepublished',
    'datepublished',
    'publish-date',
    'publish_date',
    'pubdate',
    'publishdate',
    'article_date_original',
    'originalpublicationdate',
    'cxenseparse:recs:publishtime',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date.created',
    'dc.date',
    'dcterms.date',
    'displaydate',
    'ptime',
    'article.published',
    'article.created',
    'itemprop:datecreated',
    'created',
    'date',
    'timestamp',
    'last-modified-date',
    'dcterms.modified',
    'lastmod',
    'itemprop:datemodified',
  ],
  publication: [
    'citation_journal_title',
    'application-name',
    'dc.publisher',
    'publisher',
    'itemprop:publisher',
    'copyright',
  ],
  section: [
    'parsely-section',
    'section',
    'sailthru.section',
    'category',
    'cxenseparse:category',
    'itemprop:articlesection',
  ],
  language: [
    'citation_language',
    'dc.language',
    'dcterms.language',
    'language',
    'content-language',
    'itemprop:inlanguage',
  ],
  standfirst: ['sailthru.description', 'dc.description', 'dcterms.description', 'description'],
  image: ['parsely-image-url', 'sailthru.image.full', 'itemprop:image', 'thumbnail'],
}

/** What the plain `<meta>` elements of a page say. */
export function metaTagClaims(survey: Survey): Claims {
  return claimsNamed(survey.metas, NAMES)
}

/** The values of the metas so named, in the order of the names. */
export function claimsNamed(
  metas: readonly NamedValue[],
  names: Partial<Readonly<Record<keyof Claims, readonly string[]>>>,
): Claims {
  const claims: { -readonly [Field in keyof Claims]: Claims[Field] } = {}
  for (const field of Object.keys(names) as (keyof Claims)[]) {
    const values = (names[field] ?? []).flatMap((name) =>
      metas.filter((meta) => meta.name === name).map(({ value }) => value),
    )
    if (values.length > 0) claims[field] = values
  }
  return claims
}
