import { foldName } from '../../shared/text/fold-name.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { findArticleOfPage } from './page-of-article.ts'
import type { ArticleRef } from './ports/article-records.ts'
import { OWN_SERVICE, type PreparedArticle, type TitleAndAuthor } from './prepared-article.ts'

/**
 * The article an item is, by the first rule that says so: same (service, id), for an export of this program same uid; same canonical URL; the article of which it is a page;
 * for an item with neither, the same text. What is only about an article (`joins`) is first looked for by title. Undefined = it is new. An item without a URL whose text changed is a new article: a file may
 * hold anything the next day.
 */
export function resolveIdentity(ports: ArchivePorts, item: PreparedArticle): ArticleRef | undefined {
  const joined = item.joins === null ? undefined : findTitled(ports, item.joins)
  if (joined !== undefined) return joined
  const { service, sourceId, canonicalUrl } = item.source
  if (service !== null && sourceId !== null) {
    const own = service === OWN_SERVICE ? ports.records.find(sourceId as ArticleUid) : undefined
    const found = own ?? ports.records.findBySource(service, sourceId)
    if (found !== undefined) return found
  }
  const known = canonicalUrl === null ? undefined : ports.records.findByCanonicalUrl(canonicalUrl)
  const found = known ?? findArticleOfPage(ports, item)
  if (found !== undefined || canonicalUrl !== null) return found
  if (sourceId !== null || item.rendition === null) return undefined
  return ports.records.findByTextOnly(item.rendition.textSha256)
}

/** Words of a title that can be nobody else's; a shorter one needs its author too. */
const TELLING_WORDS = 4

/** The article of a title: by this author, or the only one of a title long enough to be its own. */
function findTitled(ports: ArchivePorts, { title, author }: TitleAndAuthor): ArticleRef | undefined {
  const found = ports.records.findByTitle(title)
  const byAuthor = found.find(({ byline }) => isSameAuthor(byline, author))
  const isTelling = title.trim().split(/\s+/).length >= TELLING_WORDS
  return byAuthor ?? (isTelling && found.length === 1 ? found[0] : undefined)
}

function isSameAuthor(byline: string | null, author: string | null): boolean {
  if (byline === null || author === null) return false
  const [one, other] = [foldName(byline), foldName(author)]
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one))
}
