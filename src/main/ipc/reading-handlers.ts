import { appError } from '../../shared/app-error.ts'
import type { ExportPreview, ExportPreviewRequest } from '../../shared/model/export-preview.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { compareVersions, type CompareTexts } from '../archive/compare-versions.ts'
import { findNotes } from '../archive/find-notes.ts'
import { getArticle } from '../archive/get-article.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import type { Attempt } from '../archive/ports/attempt.ts'
import type { Browsing } from '../archive/ports/browsing.ts'
import type { Reading } from '../archive/ports/reading.ts'
import type { RequestHandlers } from './request-handlers.ts'

/** What the handlers that only read stand on; a connection of any thread will do. */
export interface ReadingPorts {
  readonly attempt: Attempt
  readonly reading: Pick<Reading, 'article'>
  readonly search: ArticleSearch
  readonly browsing: Browsing
  readonly compareTexts: CompareTexts
  readonly previewExport: (request: ExportPreviewRequest) => Promise<Result<ExportPreview>>
}

/** Names of the requests that only read, and so may be answered by a reading thread. */
export type ReadingName =
  | 'archive.overview'
  | 'article.get'
  | 'article.list'
  | 'article.periods'
  | 'article.find'
  | 'article.details'
  | 'article.headings'
  | 'article.compare'
  | 'article.links'
  | 'article.hits'
  | 'article.search'
  | 'search.facets'
  | 'search.suggest'
  | 'search.typing'
  | 'search.similar'
  | 'saved-search.list'
  | 'annotation.list'
  | 'link.places'
  | 'near-duplicate.list'
  | 'export.preview'

/** A handler for every request that only reads. */
export function createReadingHandlers(ports: ReadingPorts): Pick<RequestHandlers, ReadingName> {
  const { attempt, reading, search, browsing, compareTexts, previewExport } = ports
  return {
    'archive.overview': () => attempt(browsing.overview),
    'article.get': ({ uid, version }) => getArticle({ attempt, reading }, uid, version),
    'article.list': (request) => attempt(() => search.list(request)),
    'article.periods': (request) => attempt(() => search.periods(request)),
    'article.find': ({ uid, ...request }) => attempt(() => search.find(request, uid)),
    'article.details': ({ uid }) => {
      const found = attempt(() => browsing.details(uid))
      if (!found.ok) return found
      return found.value === undefined ? err(appError('archive/article-not-found', { uid })) : ok(found.value)
    },
    'article.headings': ({ articles }) => attempt(() => browsing.headings(articles)),
    'article.compare': ({ uid, from, to }) => compareVersions({ attempt, reading, compareTexts }, uid, from, to),
    'article.hits': ({ uid, query }) => attempt(() => search.hits(uid, query)),
    'article.search': (request) => attempt(() => search.search(request)),
    'search.facets': (request) => attempt(() => search.facets(request)),
    'search.suggest': ({ query }) => attempt(() => search.suggest(query)),
    'search.typing': (request) => attempt(() => search.typing(request)),
    'search.similar': ({ uid, limit }) => {
      const found = attempt(() => search.similar(uid, limit))
      if (!found.ok) return found
      return found.value === undefined ? err(appError('archive/article-not-found', { uid })) : ok(found.value)
    },
    'saved-search.list': () => attempt(() => search.savedSearches()),
    'article.links': ({ uid }) => attempt(() => browsing.links(uid)),
    'link.places': ({ links }) => attempt(() => browsing.linkedPlaces(links)),
    'annotation.list': (request) => findNotes({ attempt, browsing, search }, request),
    'near-duplicate.list': ({ limit }) => attempt(() => browsing.proposedPairs(limit)),
    'export.preview': previewExport,
  }
}
