import { marksOf } from '../marks-of.ts'
/** Boxes whose dates and names belong to something else. */
const FOREIGN =
  /(?:^|[\s_-])(?:comments?|commentlist|related|recommend\w*|sidebar|promo|newsletter|popular|trending|latest|recent|archives?|copyright|calendar|events|menu|nav|navigation|navbar)(?:$|[\s_-])|(?:^|\s)widget(?!\sBlog)/i
const FOOT = /(?:^|[\s_-])footer(?:$|[\s_-])/i
const OWN = /(?:^|[\s_-])(?:article|post|hentry|h-entry|entry|news-single|beitrag|artikel)(?:$|[\s_-])/i

/** How far up is looked for a name of something else, and for the article that a foot belongs to. */
const LEVELS = { foreign: 8, foot: 12 }

/**
 * Whether a visible date or name belongs to another article, a comment or the site. The foot of an article, where many
 * systems write author and date, is its own; the foot of the page is not.
 */
export function isForeign(element: Element | null): boolean {
  let inFoot = false
  let node: Element | null = element
  for (
    let level = 0;
    node !== null && level < (inFoot ? LEVELS.foot : LEVELS.foreign);
    level++, node = node.parentElement
  ) {
    const { tagName } = node
    if (tagName === 'BODY' || tagName === 'HTML') return inFoot
    if (tagName === 'MAIN' || tagName === 'ARTICLE') return false
    if (tagName === 'NAV' || tagName === 'ASIDE') return true
    const marks = marksOf(node)
    if (FOREIGN.test(marks)) return true
    if (tagName === 'FOOTER' || FOOT.test(marks)) inFoot = true
    else if (inFoot && OWN.test(marks)) return false
  }
  return inFoot
}
