import { parseDate } from '../dates/parse-date.ts'
import type { Markup, MarkupElement } from '../markup.ts'
import { leavesOf, type Leaf } from './leaves.ts'
import { lengthOfMarkup, textOfMarkup } from './text-of-markup.ts'

/** So much text stands before readers' comments, in characters; where they are more of the page than this, they are its content. */
const LEAST_BEFORE = 300
const MOST_SHARE = 0.6
/** Entries that carry their moment, of all in the list; longest line with a moment, in UTF-16 units. */
const LEAST_DATED = 0.8
const LONGEST_MOMENT = 60

/**
 * Lists below an article of which every entry carries a day and a time of its own, as readers' comments do, or says that
 * another site links here. Entries of a live blog carry times of one day, and are most of their page.
 */
export function commentLists(blocks: readonly Markup[]): readonly Pick<Leaf, 'element' | 'text'>[] {
  const whole = lengthOfMarkup(blocks)
  const found: MarkupElement[] = []
  const walk = (nodes: readonly Markup[], before: number): number => {
    let read = before
    for (const node of nodes) {
      if (typeof node === 'string') read += node.trim().length
      else if (read >= LEAST_BEFORE && isCommentList(node)) {
        found.push(node)
        read += lengthOfMarkup([node])
      } else read = walk(node.children, read)
    }
    return read
  }
  walk(blocks, 0)
  const length = lengthOfMarkup(found)
  return length > whole * MOST_SHARE ? [] : found.map((list) => ({ element: list, text: textOfMarkup([list]) }))
}

function isCommentList({ name, children }: MarkupElement): boolean {
  if (name !== 'ul' && name !== 'ol') return false
  const entries = children.filter((child) => typeof child !== 'string' && child.name === 'li')
  const own = entries.filter((entry) => !/^(?:pingback|trackback)\s*:/i.test(textOfMarkup([entry])))
  return entries.length > 0 && own.filter((entry) => isDated(entry)).length >= own.length * LEAST_DATED
}

function isDated(entry: Markup): boolean {
  if (typeof entry === 'string' || lengthOfMarkup([entry], LONGEST_MOMENT) <= LONGEST_MOMENT) return false
  return leavesOf(entry.children).some(
    ({ text }) =>
      text.length <= LONGEST_MOMENT && /\d[:.h]\d\d/.test(text) && /\d{4}/.test(text) && parseDate(text) !== null,
  )
}
