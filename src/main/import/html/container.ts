import { normalMarks } from './clutter-marks.ts'
import type { Measures } from './measures.ts'
import { isElement, walk } from './walk.ts'
import { marksOf } from './marks-of.ts'

/** Names that pages give to the element that holds exactly the article's text. */
const BODY_MARK =
  /(?:^|[ -])(?:(?:entry|post|article|story|blog|news|single|node|page|text|artikel|beitrag)-?(?:content|body|text|copy|inhalt|main)|body-?(?:copy|text|content)|articletext|storytext|main-?text|rich-?text|field-name-body|field--name-body|e-content|article__(?:body|content)|content-?(?:body|text|article)|mw-parser-output|prose|post-full-content|wysiwyg|ce-bodytext)(?: |$|-(?:inner|container|wrapper|wrap|area|inside|main|holder)(?: |$))/
const ARTICLE_MARK =
  /(?:^|[ -])(?:hentry|h-entry|post|entry|article|artikel|beitrag|story|blog-post|single-post|post-\d+)(?: |$)/

/** An element that may be the article, and how plainly the page says so: 3 its body, 2 the article, 1 the main part. */
export interface Container {
  readonly element: Element
  readonly rank: 1 | 2 | 3
}

/** Fewest characters of prose in an element that is taken at its word. */
const LEAST_PROSE = 140

/** The element that the page itself names as its article; null when it names none, or several alike. */
export function findContainer(body: Element, measures: Measures): Container | null {
  let best: Container | null = null
  let bestProse = 0
  walk(body, (node) => {
    if (!isElement(node)) return
    const rank = rankOf(node)
    const { prose } = measures.of(node)
    if (rank === 0 || prose < LEAST_PROSE) return
    // Of two of the same rank the larger, and of nested ones the outer.
    if (best === null || (rank > best.rank && prose > bestProse * 0.35) || (rank === best.rank && prose > bestProse)) {
      best = { element: node, rank }
      bestProse = prose
    }
  })
  return best
}

function rankOf(element: Element): 0 | 1 | 2 | 3 {
  if (/(?:^|\s)(?:articleBody|text)(?:\s|$)/i.test(element.getAttribute('itemprop') ?? '')) return 3
  const tag = element.tagName
  if (tag !== 'DIV' && tag !== 'SECTION' && tag !== 'ARTICLE' && tag !== 'MAIN' && tag !== 'TD') return 0
  const marks = normalMarks(marksOf(element))
  if (marks.length > 2 && BODY_MARK.test(marks)) return 3
  if (tag === 'ARTICLE' || (marks.length > 2 && ARTICLE_MARK.test(marks))) return 2
  return tag === 'MAIN' || element.getAttribute('role') === 'main' ? 1 : 0
}
