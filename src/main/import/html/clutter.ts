import { type ClutterKind, clutterKind, isHiddenBox } from './clutter-marks.ts'
import type { Leftover } from './leftovers.ts'
import { keepAsides } from './keep-asides.ts'
import { type Measure, measure } from './measures.ts'
import { collapse, isElement, walk } from './walk.ts'
import { classOf, marksOf } from './marks-of.ts'

/** Removed whatever they hold: nothing in them is text to read. */
const NEVER_TEXT = new Set(
  'SCRIPT STYLE TEMPLATE LINK OBJECT EMBED CANVAS NAV DIALOG BUTTON SELECT TEXTAREA'.split(' '),
)
/** Never removed for their names: they hold everything. */
const FRAME = new Set(['HTML', 'BODY', 'MAIN', 'ARTICLE'])
const ROLES = new Set(
  'navigation menu menubar dialog alertdialog alert search banner contentinfo complementary'.split(' '),
)

/** An element that holds more than this share of the page's prose is not clutter, whatever it is called. */
const MAX_PROSE_SHARE = 0.4
/** Most characters of prose in a box that is clutter only when short: a share bar, a tag list, a byline. */
const MAX_SHORT_PROSE = 500
/** Less prose than this is never the article, even on a page that has no more. */
const LEAST_PROSE = 150

/** Prose of an article under which readers wrote even more, in characters. */
const LEAST_BESIDE_COMMENTS = 800
/** Largest share of links in a part of a page that may be a passage of the article. */
const MOST_LINKED = 0.1

/** A place at the beginning of a report: so long at most, and so much of a sentence after it, in characters. */
const LONGEST_PLACE = 60
const LEAST_AFTER_PLACE = 40
const INLINE = new Set(['SPAN', 'STRONG', 'B', 'EM', 'I'])

/** Marks the place that a report opens with, once its class is gone. */
export const PLACE_MARK = 'data-offprint-place'

/** Takes out of the page what is never part of an article, before the article is looked for. */
export function removeClutter(document: Document): readonly Leftover[] {
  const measures = measure(document.body)
  const page = measures.of(document.body)
  keepAsides(document, measures)
  const doomed: Element[] = []
  walk(document.body, (node) => {
    if (!isElement(node)) return
    const own = measures.of(node)
    // Readability too takes whatever is called dateline for a byline and drops it.
    if (opensParagraph(node)) renameClass(node)
    if (isClutter(node, own, page)) doomed.push(node)
    else if (own.prose > page.prose / 2) clearName(node)
  })
  const removed: Leftover[] = []
  for (const element of doomed) {
    // What lies in another box that is gone already is told with that.
    const isTold =
      measures.of(element).text < LEAST_TOLD || removed.length >= MOST_TOLD || !document.body.contains(element)
    if (!isTold) removed.push({ reason: 'box', text: beginningOf(element) })
    element.remove()
  }
  return removed
}

/** Text in a box, in characters, that is worth telling; how many boxes are told; how much of each. */
const LEAST_TOLD = 40
const MOST_TOLD = 60
const LONGEST_TOLD = 120

function beginningOf(element: Element): string {
  let text = ''
  walk(element, (node) => {
    if (node.nodeType === 3 && !NEVER_TEXT.has(node.parentNode?.nodeName ?? '')) text += ` ${node.textContent ?? ''}`
    return text.length < LONGEST_TOLD * 4
  })
  return collapse(text).slice(0, LONGEST_TOLD)
}

function isClutter(element: Element, own: Measure, page: Measure): boolean {
  if (NEVER_TEXT.has(element.tagName)) return true
  if (FRAME.has(element.tagName) || !element.hasAttributes() || isInSentence(element)) return false
  const marks = marksOf(element)
  const kind = marks.length > 2 ? kindOf(element, marks) : null
  if (own.prose > LEAST_PROSE && own.prose > page.prose * MAX_PROSE_SHARE) {
    return kind === 'comments' && page.prose - own.prose >= LEAST_BESIDE_COMMENTS && !holdsHeadline(element)
  }
  return ROLES.has(element.getAttribute('role') ?? '') || (kind !== null && isOfKind(kind, own))
}

function isOfKind(kind: ClutterKind, { text, linked, prose }: Measure): boolean {
  if (kind === 'linked') return linked > text * MOST_LINKED
  return kind !== 'short' || prose <= MAX_SHORT_PROSE
}

function kindOf(element: Element, marks: string): ClutterKind | null {
  const kind = clutterKind(marks)
  return kind === null && isHiddenBox(classOf(element)) ? 'short' : kind
}

/** A link that a sentence goes on after (`see the <a class="popup">map</a> of …`) is a part of that sentence. */
function isInSentence({ tagName, parentElement: parent, nextSibling: next }: Element): boolean {
  return tagName === 'A' && parent?.tagName === 'P' && next?.nodeType === 3 && (next.textContent ?? '').trim() !== ''
}

function holdsHeadline(element: Element): boolean {
  return element.getElementsByTagName('h1').length > 0
}

function renameClass(element: Element): void {
  element.removeAttribute('class')
  element.setAttribute(PLACE_MARK, '')
}

/** `<p><span class="dateline">OSLO</span> – The …`: words of the text, where a dateline by itself is the page's. */
function opensParagraph(element: Element): boolean {
  const { parentElement: parent, tagName } = element
  if (!INLINE.has(tagName) || parent?.tagName !== 'P' || !/dateline/i.test(classOf(element))) return false
  const own = element.textContent.trim().length
  return own <= LONGEST_PLACE && parent.textContent.trim().length >= own + LEAST_AFTER_PLACE
}

/** What holds most of the prose must not be judged by an unlucky name (`page-wrapper sidebar-right`). */
function clearName(element: Element): void {
  const marks = marksOf(element)
  if (
    !/sidebar|comment|footer|header|banner|related|menu|social|extra|community|widget|share|meta|hidden|media|promo|scroll|shopping|sponsor|popup|rss|contact/i.test(
      marks,
    )
  )
    return
  element.removeAttribute('class')
  element.removeAttribute('id')
}
