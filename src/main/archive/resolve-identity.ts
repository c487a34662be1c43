import type { ArchivePorts } from './archive-ports.ts'
import type { ArticleRef } from './ports/article-records.ts'
import type { PreparedArticle } from './prepared-article.ts'

/**
 * The article an item is, by the first rule that says so: same (service, id); same canonical URL; for an item with
 * neither, the same text. Undefined = it is new. An item without a URL whose text changed is a new article: a file may
 * hold anything the next day.
 */
export function resolveIdentity(ports: ArchivePorts, item: PreparedArticle): ArticleRef | undefined {
  const { service, sourceId, canonicalUrl } = item.source
  if (service !== null && sourceId !== null) {
    const found = ports.records.findBySource(service, sourceId)
    if (found !== undefined) return found
  }
  if (canonicalUrl !== null) return ports.records.findByCanonicalUrl(canonicalUrl)
  if (sourceId !== null || item.rendition === null) return undefined
  return ports.records.findByTextOnly(item.rendition.textSha256)
}
