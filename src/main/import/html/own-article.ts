import { titleSimilarity } from './metadata/title.ts'
import { isElement, lineOf, walk, walkElements } from './walk.ts'

/** A headline so like the page's title is the article's own. */
const LEAST_LIKENESS = 0.8
/** A teaser that repeats the title holds less than this share of the largest article's text. */
const LEAST_SHARE = 0.1
/** A page of more articles than these is a list. */
const MOST_ARTICLES = 200
/** What stands inside the article under a linked headline and is so short is a teaser, in characters. */
const LONGEST_TEASER = 500

/**
 * Takes other articles out of a page that shows several (endless scrolling, teasers written as articles), when the
 * headline of exactly one is the page's title. Entries of a live blog, inside the article, stay.
 */
export function keepOwnArticle(document: Document, title: string | null): void {
  if (title === null) return
  const articles: Element[] = []
  const headings: Element[] = []
  walkElements(document.documentElement, (element) => {
    if (element.tagName === 'ARTICLE') articles.push(element)
    else if (element.tagName === 'H1') headings.push(element)
  })
  if (articles.length < 2 || articles.length > MOST_ARTICLES) return
  const isTitle = (headline: Element): boolean => titleSimilarity(lineOf(headline), title) >= LEAST_LIKENESS
  const h1 = headings.filter(isTitle)
  const headed = articles.flatMap((article) => {
    const headline = headlineOf(article)
    return headline === null ? [] : [{ article, headline }]
  })
  const matching = headed.filter(({ headline }) => isTitle(headline))
  // The innermost: an article around several begins with the headline of the first.
  const own = matching.filter(
    ({ article }) => !matching.some((other) => other.article !== article && article.contains(other.article)),
  )
  const [kept] = own
  if (kept === undefined || own.length > 1) return
  // A section whose heading repeats the title is not the whole.
  if (h1.some((headline) => !kept.article.contains(headline))) return
  const others = headed.filter(({ article }) => !article.contains(kept.article))
  const largest = Math.max(0, ...others.map(({ article }) => article.textContent.length))
  if (kept.article.textContent.length < largest * LEAST_SHARE) return
  for (const { article, headline } of others) {
    if (!kept.article.contains(article) || isTeaser(article, headline)) article.remove()
  }
}

function headlineOf(article: Element): Element | null {
  let found: Element | null = null
  walk(article, (node) => {
    if (isElement(node) && /^H[1-4]$/.test(node.tagName) && (found === null || node.tagName < found.tagName))
      found = node
    return found?.tagName !== 'H1'
  })
  return found
}

function isTeaser(article: Element, headline: Element): boolean {
  const isLinked = headline.getElementsByTagName('a').length > 0 || headline.parentElement?.tagName === 'A'
  return isLinked && lineOf(article).length <= LONGEST_TEASER
}
