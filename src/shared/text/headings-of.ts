import type { Heading } from '../model/heading.ts'

/** A tag or a stretch of text. In normal form `>` stands in no attribute: it is written `&gt;`. */
const PIECE = /<(\/?)([a-z][a-z0-9]*)[^>]*>|[^<]+/gi
const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

interface OpenHeading {
  readonly level: number
  readonly start: number
  text: string
  /** Where a link within it begins in its text. */
  link: number
}

/**
 * The headings of an article's reader HTML (our own normal form only), in order, with where they begin in its text.
 * Those of its `<header>` are left out: the article's own title is no part of its contents. So are empty ones.
 */
export function headingsOf(html: string): readonly Heading[] {
  const headings: Heading[] = []
  let offset = 0
  let headers = 0
  let open: OpenHeading | null = null
  for (const [piece, slash, name] of html.slice(contentStart(html)).matchAll(PIECE)) {
    if (name === undefined) {
      const text = decodeEntities(piece)
      if (open !== null) open.text += text
      offset += text.length
      continue
    }
    const tag = name.toLowerCase()
    if (tag === 'article' && slash === '/') break
    if (tag === 'a' && open !== null) takeLink(open, slash === '/')
    if (tag === 'header') headers += slash === '/' ? -1 : 1
    const level = levelOf(tag)
    if (level === null || headers > 0) continue
    if (slash !== '/') open = { level, start: offset, text: '', link: 0 }
    else if (open !== null) {
      const text = headingWords(open.text)
      if (text !== '') headings.push({ text, level: open.level, start: open.start + leadingSpace(open.text) })
      open = null
    }
  }
  return headings
}

/** Whether a link's text is only a sign: the "#" or "¶" that many pages put behind a heading as a link to itself. */
export function isPermalink(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

/** A heading as it is shown: on one line, without the sign that a link to itself may have left at its end. */
export function headingWords(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ [#¶§] ?$/, '')
    .trim()
}

/* A permalink becomes as many spaces, so that a heading behind it still begins where it begins. */
function takeLink(open: OpenHeading, isEnd: boolean): void {
  if (!isEnd) open.link = open.text.length
  else if (isPermalink(open.text.slice(open.link)))
    open.text = open.text.slice(0, open.link).padEnd(open.text.length, ' ')
}

/** The last heading that begins at or before an offset of the text, or null. */
export function headingAt(headings: readonly Heading[], offset: number): Heading | null {
  return headings.findLast(({ start }) => start <= offset) ?? null
}

/** After the opening tag of the one `<article>`. */
function contentStart(html: string): number {
  const start = html.indexOf('<article')
  return start < 0 ? html.length : html.indexOf('>', start) + 1
}

function levelOf(tag: string): number | null {
  return /^h[1-6]$/.test(tag) ? Number(tag.charAt(1)) : null
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole: string, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal))
  })
}
