import { beginsName, cssReader, readBareUrl, readName, readString, skipBlank, type CssReader } from './read-css.ts'

/** Answers the local address of what an address names, or null when it must not be loaded. */
export type LocalAddress = (url: string, use: 'image' | 'style') => string | null

/**
 * An address that is none (CSS Values 4, 4.5.4): browsers ask for nothing and complain of nothing. (`about:invalid` means
 * the same, but Chromium reports each as blocked.)
 */
const NOTHING = 'url("")'

/** Functions whose plain strings are addresses too. */
const IMAGE_FUNCTIONS = /^(?:-webkit-)?(?:image-set|image|cross-fade)$/
/** Functions whose value nobody can see from here; inside those of images they could become an address. */
const UNSEEN_FUNCTIONS = /^(?:var|env|attr|if|inherit|--.*)$/
/** Letters that are of a name or not, depending on the browser's age, before a name that loads. */
const DOUBTFUL_NAME = /[^\x20-\x7e].*(?:url|src|image|image-set|cross-fade)$/

const TAG_LETTER = /[a-z/!?]/i
const TAG = /\\?<(?=[a-z/!?])/gi

/** What each closing bracket closes: its own kind; inside another kind it is a letter like any. */
const CLOSING: Readonly<Record<string, RegExp>> = { ')': /[^[{]$/, ']': /^\[$/, '}': /^\{$/ }

interface Rewriting {
  readonly reader: CssReader
  readonly local: LocalAddress
  /** Functions and brackets that are open, by name. */
  readonly open: string[]
  /** How many of them are functions of images. */
  images: number
}

/**
 * Style rules or declarations in which everything that would load is a local address or nothing. It reads tokens as a
 * browser does, escapes and all, so that no way of writing `url(` passes unseen; what is no address stays as written.
 */
export function rewriteCss(text: string, local: LocalAddress): string {
  const rewriting: Rewriting = { reader: cssReader(text), local, open: [], images: 0 }
  const { reader } = rewriting
  let css = ''
  while (reader.position < reader.text.length) css += rewriteNext(rewriting)
  return css
}

function rewriteNext(rewriting: Rewriting): string {
  const { reader } = rewriting
  const { text, position } = reader
  const mark = MARKS.find(([start]) => text.startsWith(start, position))
  if (mark !== undefined) {
    const [start, end, instead] = mark
    const found = text.indexOf(end, position + start.length)
    reader.position = found < 0 ? text.length : found + end.length
    return instead
  }
  const character = text[position] ?? ''
  if (character === '"' || character === "'") return rewriteString(rewriting)
  if (character === '@') return rewriteAtRule(rewriting)
  return beginsName(reader) ? rewriteName(rewriting) : rewriteLetter(rewriting, character)
}

/** What is no word: its beginning, its end, and what is written instead. */
const MARKS: readonly (readonly [start: string, end: string, instead: string])[] = [
  // Not nothing: what stands around a comment must not become one word.
  ['/*', '*/', '/**/'],
  ['<!--', '', ' '],
  ['-->', '', ' '],
]

function rewriteLetter(rewriting: Rewriting, character: string): string {
  const { reader, open } = rewriting
  reader.position += 1
  if ('([{'.includes(character)) open.push(character)
  else if (CLOSING[character]?.test(open.at(-1) ?? '') === true && isImage(open.pop())) rewriting.images -= 1
  // What begins like a tag is nothing in style, and could be one to a parser that reads the page in another way.
  return character === '<' && TAG_LETTER.test(reader.text[reader.position] ?? '') ? '' : character
}

/** What was read, as it was written; what looks like a tag in it by its number. */
function writtenSince(reader: CssReader, start: number): string {
  return reader.text.slice(start, reader.position).replaceAll(TAG, String.raw`\3c `)
}

function isImage(name: string | undefined): boolean {
  return name !== undefined && IMAGE_FUNCTIONS.test(name)
}

function rewriteString({ reader, local, open, images }: Rewriting): string {
  const start = reader.position
  const value = readString(reader)
  if (images > 0 && open.at(-1) !== 'type') return asUrl(local(value, 'image'))
  return writtenSince(reader, start)
}

function rewriteName(rewriting: Rewriting): string {
  const { reader, open, local } = rewriting
  const start = reader.position
  const name = readName(reader)
  if (reader.text[reader.position] !== '(') return writtenSince(reader, start)
  reader.position += 1
  if (name === 'url' || name === 'src') return asUrl(readUrl(reader, local))
  const isHidden = rewriting.images > 0 && UNSEEN_FUNCTIONS.test(name)
  open.push(name)
  if (isImage(name)) rewriting.images += 1
  return isHidden || DOUBTFUL_NAME.test(name) ? 'invalid(' : writtenSince(reader, start)
}

/** The local address of what stands in `url(…)`, read up to and with its end. */
function readUrl(reader: CssReader, local: LocalAddress, use: 'image' | 'style' = 'image'): string | null {
  const afterBlank = /\s*/y
  afterBlank.lastIndex = reader.position
  reader.position += afterBlank.exec(reader.text)?.[0].length ?? 0
  const quote = reader.text[reader.position]
  if (quote !== '"' && quote !== "'") {
    const bare = readBareUrl(reader)
    return bare === null ? null : local(bare, use)
  }
  const value = readString(reader)
  skipToClosing(reader)
  return local(value, use)
}

/** Leaves what may follow the string of a `url(…)` behind, modifiers and all. */
function skipToClosing(reader: CssReader): void {
  let depth = 1
  while (reader.position < reader.text.length && depth > 0) {
    const character = reader.text[reader.position] ?? ''
    if (character === '"' || character === "'") readString(reader)
    else {
      if (character === '(') depth += 1
      if (character === ')') depth -= 1
      reader.position += character === '\\' ? 2 : 1
    }
  }
}

function asUrl(address: string | null): string {
  return address === null ? NOTHING : `url("${address}")`
}

/** Rules that load or rename: `@import` stays when what it names is here; `@charset` and `@namespace` go. */
function rewriteAtRule(rewriting: Rewriting): string {
  const { reader } = rewriting
  const start = reader.position
  reader.position += 1
  if (!beginsName(reader)) return '@'
  const name = readName(reader)
  if (name === 'import') return rewriteImport(rewriting)
  if (name !== 'charset' && name !== 'namespace') return writtenSince(reader, start)
  skipStatement(reader)
  return ''
}

function rewriteImport({ reader, local }: Rewriting): string {
  skipBlank(reader)
  const address = readImported(reader, local)
  const start = reader.position
  skipStatement(reader)
  const conditions = reader.text.slice(start, reader.position).replace(/;?$/, '')
  // Conditions are media queries; anything that could be more than that is not worth its risk.
  const isPlain = /^[\w\s,:().-]*$/.test(conditions) && !/url|src|image/i.test(conditions)
  return address === null || !isPlain ? '' : `@import url("${address}")${conditions};`
}

function readImported(reader: CssReader, local: LocalAddress): string | null {
  const quote = reader.text[reader.position]
  if (quote === '"' || quote === "'") return local(readString(reader), 'style')
  if (!beginsName(reader) || readName(reader) !== 'url' || reader.text[reader.position] !== '(') return null
  reader.position += 1
  return readUrl(reader, local, 'style')
}

/** Leaves a statement behind, up to and with its semicolon, or up to the end of the block it stands in. */
function skipStatement(reader: CssReader): void {
  let depth = 0
  while (reader.position < reader.text.length) {
    const character = reader.text[reader.position] ?? ''
    if (character === '"' || character === "'") {
      readString(reader)
      continue
    }
    if (character === '}' && depth === 0) return
    reader.position += character === '\\' ? 2 : 1
    if ('([{'.includes(character)) depth += 1
    else if (')]}'.includes(character)) depth -= 1
    if (character === ';' && depth <= 0) return
  }
}
