import { decodeEntities } from '../../html/metadata/decode-entities.ts'

/** A tag of HTML that is read as a list of tags, since it nests nothing as a browser would. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string
  readonly isEnd: boolean
  /** Where it begins in the text, and the place after it. */
  readonly start: number
  readonly end: number
  /** The value of an attribute by its name in lower case, entities decoded; null when it is absent or empty. */
  readonly attribute: (name: string) => string | null
  readonly attributes: () => ReadonlyMap<string, string>
}

const NAME = /^(\/?)([a-z][a-z\d]*)/i
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?/g

/** The tags of a text one by one; comments are passed by, and an attribute may hold `>`. Linear in the text. */
export function* readTags(html: string): Generator<HtmlTag> {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at)
      if (end < 0) return
      at = end + 3
      continue
    }
    const [, slash = '', name = ''] = NAME.exec(html.slice(at + 1, at + 20)) ?? []
    if (name === '') {
      at++
      continue
    }
    const end = endOfTag(html, at + 1)
    const inside = html.slice(at + 1 + slash.length + name.length, end - 1)
    const attributes = once(() => attributesOf(inside))
    yield {
      name: name.toLowerCase(),
      isEnd: slash !== '',
      start: at,
      end,
      attributes,
      attribute: (wanted) => attributes().get(wanted) ?? null,
    }
    at = end
  }
}

/** The text from a place to the end tag of an element, or to the next tag that cannot stand in it, without tags. */
export function textBetween(html: string, from: number, name: string): string {
  const rest = html.slice(from, from + LONGEST_TEXT)
  const end = new RegExp(`</${name}\\s*>|<(?:a|d[tdl]|h\\d|li|ul)[\\s>]`, 'i').exec(rest)?.index ?? rest.length
  return rest
    .slice(0, end)
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const LONGEST_TEXT = 20_000

function endOfTag(html: string, from: number): number {
  let quote = ''
  for (let at = from; at < html.length; at++) {
    const character = html[at] ?? ''
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if ((character === '"' || character === "'") && /=\s*$/.test(html.slice(Math.max(from, at - 3), at))) {
      quote = character
    } else if (character === '>') return at + 1
  }
  return html.length
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const value = decodeEntities(double ?? single ?? bare ?? '').trim()
    if (value !== '' && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), value)
  }
  return found
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}
