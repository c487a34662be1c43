import { classMarks, globalAttributes } from './allow-list.ts'
import { composed, escapeAttribute, normalLine, withoutControls } from './normal-characters.ts'
import { absoluteUrl, articleName, inPageName, isPictureAddress, safeLink } from './safe-url.ts'

/** What values of attributes depend on besides themselves. */
export interface AttributeContext {
  readonly baseUrl: string | null
  /** Local address of a picture by its absolute URL (or as it stands, when it is none), or null. */
  readonly resourceUrl: (url: string) => string | null
  /** Takes an `id` for the first element that has it, if a link of this article points there; null otherwise. */
  readonly takeId: (id: string) => string | null
}

type AttributeRule = (value: string, context: AttributeContext) => string | null

const wholeNumber =
  (lowest: number, highest: number): AttributeRule =>
  (value) => {
    const digits = /^\s*([-+]?\d{1,9})/.exec(value)?.[1]
    if (digits === undefined) return null
    const number = Number(digits)
    return number >= lowest && number <= highest ? String(number) : null
  }

const oneOf =
  (...values: readonly string[]): AttributeRule =>
  (value) => {
    const keyword = value.trim().toLowerCase()
    return values.includes(keyword) ? keyword : null
  }

const line: AttributeRule = (value) => normalLine(value)
const nonEmptyLine: AttributeRule = (value) => normalLine(value) || null

/* Limits of the numbers are those of the HTML standard's own clamping. */
const rules: ReadonlyMap<string, AttributeRule> = new Map<string, AttributeRule>([
  ['alt', line],
  ['cite', (value, { baseUrl }) => webAddress(value, baseUrl)],
  ['class', (value) => marksIn(value)],
  ['colspan', wholeNumber(2, 1000)],
  ['datetime', (value) => (value.length > 100 ? null : normalLine(value) || null)],
  ['dir', oneOf('ltr', 'rtl', 'auto')],
  ['href', (value, { baseUrl }) => linkTarget(value, baseUrl)],
  ['id', (value, { takeId }) => takeId(value)],
  ['lang', (value) => /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i.exec(value.trim())?.[0] ?? null],
  ['reversed', () => ''],
  ['rowspan', wholeNumber(0, 65_534)],
  ['scope', oneOf('col', 'row', 'colgroup', 'rowgroup')],
  ['src', pictureSource],
  ['start', wholeNumber(-999_999_999, 999_999_999)],
  ['title', nonEmptyLine],
  ['value', wholeNumber(-999_999_999, 999_999_999)],
])

/** The attributes of an element that may be written, as HTML with a leading space each; '' for none. */
export function writeAttributes(
  attributes: Readonly<Record<string, string>>,
  own: readonly string[],
  context: AttributeContext,
): string {
  let written = ''
  for (const name of Object.keys(attributes).sort()) {
    if (!own.includes(name) && !globalAttributes.includes(name)) continue
    const value = rules.get(name)?.(composed(withoutControls(attributes[name] ?? '')), context) ?? null
    if (value !== null) written += ` ${name}="${escapeAttribute(value)}"`
  }
  return written
}

/** Where a link leads: a name in the same article, or an absolute http, https or mailto URL; null = nowhere. */
export function linkTarget(raw: string, baseUrl: string | null): string | null {
  const value = composed(withoutControls(raw))
  if (value === '') return null
  const name = inPageName(value, baseUrl)
  if (name !== null) return `#${name}`
  return value.trim().startsWith('#') ? null : safeLink(value, baseUrl)
}

function webAddress(value: string, baseUrl: string | null): string | null {
  const url = value.trim() === '' ? null : safeLink(value, baseUrl)
  return url?.startsWith('http') === true ? url : null
}

function pictureSource(value: string, { baseUrl, resourceUrl }: AttributeContext): string | null {
  const local = resourceUrl(absoluteUrl(value, baseUrl)?.href ?? value)
  return local !== null && isPictureAddress(local) ? local : null
}

function marksIn(value: string): string | null {
  const marks = new Set(value.split(/\s+/).filter((mark) => classMarks.has(mark)))
  return marks.size === 0 ? null : [...marks].join(' ')
}

/** Ids are given out once each, and only those that a link of the article points to. */
export function idTaker(targets: ReadonlySet<string>): (id: string) => string | null {
  const taken = new Set<string>()
  return (id) => {
    const name = articleName(id)
    if (name === null || !targets.has(name) || taken.has(name)) return null
    taken.add(name)
    return name
  }
}
