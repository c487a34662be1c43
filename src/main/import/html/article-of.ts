import type { Markup } from '../markup.ts'
import { removeClutter } from './clutter.ts'
import { articleBelowHeadline, articleNamed, type ArticleHints, findArticle } from './find-article.ts'
import type { Leftover } from './leftovers.ts'
import { keepOwnArticle } from './own-article.ts'
import { parsePage } from './parse-page.ts'
import { lengthOfMarkup } from './text-of-markup.ts'
import { showTextWithoutScripts } from './without-scripts.ts'

/** Fewest characters of an article; a page of which clearing left less is looked at again as it was. */
const LEAST_TEXT = 60
/** Fewest that make an article of a page's clutter: a cookie banner is none. */
const LEAST_UNCLEARED_TEXT = 200
/** Fewest characters that beat what was found elsewhere on the page. */
const LEAST_BELOW_HEADLINE = 300

/**
 * The article of a page, looked for in up to three ways: with clutter removed, below the headline when what was found
 * is something else, and on the page as it came. null when all of them find nothing. What is
 * removed around it is added to `dropped`. Changes the document.
 */
export function articleOf(
  document: Document,
  source: { readonly html: string; readonly dropped: Leftover[] },
  hints: ArticleHints,
): readonly Markup[] | null {
  const { html, dropped } = source
  dropped.push(...clear(document, hints))
  const found = findArticle(document, hints)
  if (found?.isOnlyPart === true) return namedArticle(html, hints) ?? found.blocks
  const isLong = found !== null && lengthOfMarkup(found.blocks) >= LEAST_TEXT
  if (isLong) return found.hasBeginning ? found.blocks : (belowHeadline(html, hints) ?? found.blocks)
  const again = parsePage(html)
  const untouched = again.ok ? findArticle(again.value, hints) : null
  if (untouched !== null && lengthOfMarkup(untouched.blocks) >= LEAST_UNCLEARED_TEXT) return untouched.blocks
  return found === null || lengthOfMarkup(found.blocks) === 0 ? null : found.blocks
}

/** The element that the page names as its article, from a page not yet taken apart. */
function namedArticle(html: string, hints: ArticleHints): readonly Markup[] | null {
  const page = parsePage(html)
  if (!page.ok) return null
  clear(page.value, hints)
  return articleNamed(page.value, hints)
}

function belowHeadline(html: string, hints: ArticleHints): readonly Markup[] | null {
  const page = parsePage(html)
  if (!page.ok) return null
  clear(page.value, hints)
  const blocks = articleBelowHeadline(page.value, hints)
  return blocks !== null && lengthOfMarkup(blocks) >= LEAST_BELOW_HEADLINE ? blocks : null
}

function clear(document: Document, { title }: ArticleHints): readonly Leftover[] {
  showTextWithoutScripts(document)
  keepOwnArticle(document, title)
  return removeClutter(document)
}
