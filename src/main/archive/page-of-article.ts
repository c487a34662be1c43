import { foldName } from '../../shared/text/fold-name.ts'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { pagesOf, showsPages } from './pages-of-article.ts'
import type { ArticleRef } from './ports/article-records.ts'
import type { PreparedArticle } from './prepared-article.ts'

/** The article of which an item is a page; undefined when it is none, or when that is not certain. */
export function findArticleOfPage(ports: ArchivePorts, item: PreparedArticle): ArticleRef | undefined {
  for (const address of item.page?.addresses ?? []) {
    const article = ports.records.findByCanonicalUrl(address)
    if (article !== undefined && isPageOf(ports, article.id, item)) return article
  }
  return undefined
}

/**
 * Whether an item is a page of an article of which other pages are here: both say so of themselves, they have one headline,
 * and the page does not say again what is here (pages of comments stand below one text).
 */
export function isPageOf(ports: ArchivePorts, article: ArticleId, item: PreparedArticle): boolean {
  if (item.page === undefined || item.rendition === null || !showsPages(ports, article)) return false
  const pages = pagesOf(ports, article)
  if (pages.size === 0 || !isSameHeadline(ports.reading.title(article), item.title)) return false
  const known = new Set<string>()
  for (const [number, { currentRendition }] of pages) {
    const stored =
      currentRendition === null || number === item.page.number ? undefined : ports.records.text(currentRendition)
    for (const line of linesOf(stored?.text ?? '')) known.add(line)
  }
  return shareOf(linesOf(item.rendition.content.text), known) <= MOST_REPEATED
}

/** Whether an item is another page of an article than those that are here. */
export function isFurtherPage(ports: ArchivePorts, article: ArticleId, item: PreparedArticle): boolean {
  if (item.page === undefined || !isPageOf(ports, article, item)) return false
  return [...pagesOf(ports, article).keys()].some((number) => number !== item.page?.number)
}

/** Words of one headline that have to be in the other: pages may add their number or a name to it. */
const LEAST_LIKENESS = 0.6

function isSameHeadline(one: string | null, other: string | null): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const common = [...a].filter((word) => b.has(word)).length
  return common > 0 && common / new Set([...a, ...b]).size >= LEAST_LIKENESS
}

/** Words without numbers; of scripts without spaces, letters. */
function wordsOf(title: string | null): ReadonlySet<string> {
  return new Set(
    foldName(title ?? '').match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\p{L}+/gu),
  )
}

/** More of a page's text that is here already makes it no page of its own. */
const MOST_REPEATED = 0.3
/** Shorter lines, in characters, are furniture that all pages have. */
const LEAST_LINE = 40

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.length >= LEAST_LINE)
}

function shareOf(lines: readonly string[], known: ReadonlySet<string>): number {
  const length = (some: readonly string[]): number => some.reduce((sum, line) => sum + line.length, 0)
  return length(lines.filter((line) => known.has(line))) / Math.max(length(lines), 1)
}
