import { bareName } from './metadata/bare-name.ts'
import { collapse, isElement, lineOf, lineUpTo, walk } from './walk.ts'
import { classOf, marksOf } from './marks-of.ts'

/** A named value of the page's head: `<meta name|property|itemprop|http-equiv content>`. */
export interface NamedValue {
  readonly name: string
  readonly value: string
}

/** A `<link>` with its relation. */
export interface PageLink {
  readonly rel: string
  readonly href: string
}

/** What one walk over an untouched page finds for meta data; elements in document order. */
export interface Survey {
  readonly url: string | null
  readonly metas: readonly NamedValue[]
  readonly links: readonly PageLink[]
  /** Links of the page to others of its article, as it says: `rel` is theirs, or the number that is all they say. */
  readonly pageLinks: readonly PageLink[]
  readonly jsonLd: readonly string[]
  readonly titleTag: string
  readonly language: string | null
  readonly headings: readonly Element[]
  /** Place of each heading among the lines of the page. */
  readonly headingPlaces: readonly number[]
  readonly times: readonly Element[]
  readonly properties: readonly Element[]
  readonly authorMarks: readonly Element[]
  readonly dateMarks: readonly Element[]
  readonly standfirsts: readonly Element[]
  readonly baseHref: string | null
  /** Short lines of text that may be a byline or hold a date, with their place among the lines of the page. */
  readonly lines: readonly SurveyLine[]
  /** Place of the first `<h1>` among the lines; -1 when there is none. */
  readonly headlinePlace: number
  /** Whether a line asks to subscribe or to log in for the rest. */
  readonly asksToPay: boolean
  /** The label of a byline whose name is to follow; `''` when none waits. */
  readonly bylineLabel: string
}

/** A short line of text where it stands. */
export interface SurveyLine {
  readonly text: string
  readonly place: number
  readonly parent: Element | null
}

/** Same shape while it is gathered. */
type Draft = { -readonly [Key in keyof Survey]: Survey[Key] extends readonly (infer Item)[] ? Item[] : Survey[Key] }

const AUTHOR_MARK =
  /(?:^|[\s_-])(?:by-?lines?|authors?|writers?|autore?n?|autheurs?|auteurs?|verfasser|redakteur|reporters?|journalists?|contributors?|posted-?by|written-?by|creator|entry-author)(?:$|[\s_-])|(?:author|byline)(?:-?(?:name|link|info|box))?(?:$|[\s_-])|[a-z]Author|[a-z]Byline/i
const DATE_MARK =
  /(?:^|[\s_-])(?:date|dates|datum|time|timestamp|published|pubdate|publish-?date|publication-?date|dateline|posted-?on|fecha|meta|byline|entry-?meta|post-?meta|article-?meta|post-?info|updated?|created|data|info)(?:$|[\s_-])|[a-z]Date(?![a-z])|[a-z]Time(?:stamp)?(?![a-z])/i
const STANDFIRST_MARK =
  /(?:^|[\s_-])(?:standfirst|dek|deck|sub-?head(?:line|ing)?|sub-?title|lede?|lead|teaser|intro|excerpt|summary|abstract|vorspann|chapo|chapeau|strap-?line|kicker-text|description)(?:$|[\s_-])/i

/** Looks a page over once, before anything is removed from it. */
export function surveyPage(document: Document, url: string | null): Survey {
  const survey: Draft = {
    url,
    metas: [],
    links: [],
    pageLinks: [],
    jsonLd: [],
    titleTag: '',
    language: document.documentElement.getAttribute('lang') ?? document.documentElement.getAttribute('xml:lang'),
    headings: [],
    headingPlaces: [],
    times: [],
    properties: [],
    authorMarks: [],
    dateMarks: [],
    standfirsts: [],
    baseHref: null,
    lines: [],
    headlinePlace: -1,
    asksToPay: false,
    bylineLabel: '',
  }
  let place = 0
  walk(document.documentElement, (node) => {
    if (isElement(node)) {
      noteElement(node, survey)
      if (isHeadline(node)) {
        survey.headings.push(node)
        survey.headingPlaces.push(place)
      }
      if (node.tagName === 'H1' && survey.headlinePlace < 0) survey.headlinePlace = place
    } else if (node.nodeType === 3 && noteLine(node, place, survey)) place++
  })
  return survey
}

/** Longest line that is looked at, in UTF-16 units. */
const LONGEST_LINE = 120

const SILENT = new Set(['SCRIPT', 'STYLE'])

/** Whether the node is a line of text at all; notes it when it may be a byline or a date. */
function noteLine(node: Node, place: number, survey: Draft): boolean {
  const text = node.textContent ?? ''
  const line = text.length < 2 ? '' : text.trim()
  if (line.length < 2) return false
  if (line.length < 300 && PAYWALL_WORDS.test(line)) survey.asksToPay = true
  if (line.length < 20 && BYLINE_LABEL.test(line)) {
    survey.bylineLabel = line
    return true
  }
  const labelled = labelledLine(line, survey)
  if (labelled === null && (line.length < 4 || line.length > LONGEST_LINE)) return true
  const { parentElement: parent } = node
  if (parent !== null && SILENT.has(parent.tagName)) return true
  if (labelled !== null) survey.lines.push({ text: labelled, place, parent })
  if (/\d{4}|\d[./]\d\d?[./]\d\d/.test(line) || BYLINE_START.test(line))
    survey.lines.push({ text: collapse(line), place, parent })
  return true
}

/** The label that waits with the name that follows it; null when none waits, or what follows is no name. */
function labelledLine(line: string, survey: Draft): string | null {
  if (survey.bylineLabel === '') return null
  const label = survey.bylineLabel.replace(/\s*[:：]$/, '')
  survey.bylineLabel = ''
  return line.length > 2 && line.length < 60 ? `${label} ${collapse(line)}` : null
}

const PAYWALL_WORDS =
  /subscribe to (?:continue|read|keep)|to (?:continue|keep) reading,? (?:please )?(?:subscribe|sign|log)|already a subscriber|weiterlesen mit|nur für abonnenten|jetzt weiterlesen|réservé aux abonnés|solo para suscriptores|exclusivo para assinantes|доступно только подписчикам|この記事は有料/i

/** A label before a name that stands in an element of its own. */
const BYLINE_LABEL =
  /^(?:by|von|par|por|door|text(?: von)?|autor(?:in|en)?|auteur|authors?|written by|posted by|автор|作者|geschrieben von|verfasst von)\s*[:：]?$/i

/** How a byline begins that no markup marks. */
const BYLINE_START =
  /^(?:[-–—|]\s*)?(?:by|von|par|por|door|text|autor(?:in|en)?|authors?|redaktion(?=\s?:)|written by|posted by|автор|文|作者|記者|(?:gepostet|geschrieben|verfasst|veröffentlicht|eingestellt|gespeichert) von)(?:\s|[:：])/i

function noteElement(element: Element, survey: Draft): void {
  switch (element.tagName) {
    case 'META':
      noteMeta(element, survey)
      return
    case 'LINK':
      noteLink(element, survey)
      return
    case 'TITLE':
      if (survey.titleTag === '') survey.titleTag = lineOf(element)
      return
    case 'BASE':
      survey.baseHref ??= element.getAttribute('href')
      return
    case 'SCRIPT':
      noteScript(element, survey)
      return
    case 'STYLE':
      return
  }
  if (element.tagName === 'TIME') survey.times.push(element)
  if (element.tagName === 'A') notePageLink(element, survey)
  if (element.hasAttributes()) noteMarks(element, survey)
}

/** Headings of the first two ranks, and those of lower rank that are marked as the title of an entry. */
function isHeadline(element: Element): boolean {
  const { tagName } = element
  if (tagName === 'H1' || tagName === 'H2') return true
  if (tagName !== 'H3' && tagName !== 'H4') return false
  return TITLE_MARK.test(classOf(element)) || element.getAttribute('itemprop')?.trim() === 'headline'
}

const TITLE_MARK = /(?:^|\s)(?:entry|post|article)-?title(?:$|\s)/i

function noteScript(element: Element, survey: Draft): void {
  if (/ld\+json/i.test(element.getAttribute('type') ?? '')) survey.jsonLd.push(element.textContent)
}

function noteMeta(element: Element, survey: Draft): void {
  // Some pages write the value where a form has it.
  const value = collapse(element.getAttribute('content') ?? element.getAttribute('value') ?? '')
  if (value === '') return
  for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
    for (const name of (element.getAttribute(key) ?? '').toLowerCase().split(/\s+/)) {
      if (name !== '') survey.metas.push({ name: key === 'itemprop' ? `itemprop:${name}` : name, value })
    }
  }
}

function noteLink(element: Element, survey: Draft): void {
  const href = element.getAttribute('href')?.trim() ?? ''
  const rel = element.getAttribute('rel') ?? ''
  for (const name of rel.toLowerCase().split(/\s+/))
    if (href !== '' && name !== '') survey.links.push({ rel: name, href })
  if (element.hasAttribute('itemprop')) survey.properties.push(element)
}

/** A link to the next page of an article or to one by its number; whether the address is such a one is seen later. */
function notePageLink(element: Element, survey: Draft): void {
  const href = element.getAttribute('href')?.trim() ?? ''
  if (href === '' || survey.pageLinks.length >= MOST_PAGE_LINKS) return
  const rel = /(?:^|\s)(next|prev|previous)(?:\s|$)/i.exec(element.getAttribute('rel') ?? '')?.[1]
  if (rel !== undefined) survey.pageLinks.push({ rel: rel.toLowerCase(), href })
  // The first page's address may have no number of its own.
  const number = rel === undefined ? lineUpTo(element, 2) : ''
  if (/^[1-9]\d?$/.test(number)) survey.pageLinks.push({ rel: number, href })
}

/** More numbers than these stand in a calendar, not below an article. */
const MOST_PAGE_LINKS = 200

/** A folder of people, and the person in it: `/authors/ann-example`, `/about/editors/ann-example/`. */
const PERSONS_PAGE =
  /\/(?:authors?|autore?n?|auteurs?|by|writers?|editors?|reporters?|contributors?|journalists?|redaktion|staff|team|bio)\/(?:[\w-]+\/)?([^/?#]+?)(?:\.html?)?\/?(?:[?#]|$)/i

/** Whether a link leads to a page about the very person that it names. */
function isPersonsPage(link: Element): boolean {
  const slug = PERSONS_PAGE.exec(link.getAttribute('href') ?? '')?.[1]
  if (slug?.includes('-') !== true) return false
  const words = slug.split('-').filter((word) => /^\p{L}+$/u.test(word))
  return words.length >= 2 && words.length <= 4 && bareName(lineOf(link)) === bareName(words.join(''))
}

function noteMarks(element: Element, survey: Draft): void {
  if (element.hasAttribute('itemprop')) survey.properties.push(element)
  const rel = element.getAttribute('rel')
  if (rel !== null && /(?:^|\s)author(?:\s|$)/i.test(rel)) survey.authorMarks.push(element)
  if (element.tagName === 'A' && isPersonsPage(element)) survey.authorMarks.push(element)
  const marks = marksOf(element)
  if (marks.length < 3 || marks.length > 400 || element.tagName === 'BODY' || element.tagName === 'HTML') return
  if (AUTHOR_MARK.test(marks)) survey.authorMarks.push(element)
  if (DATE_MARK.test(marks)) survey.dateMarks.push(element)
  if (STANDFIRST_MARK.test(marks)) survey.standfirsts.push(element)
}
