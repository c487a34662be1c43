/** An entry as it stands in a BibTeX file; field names in lower case, values with their LaTeX. */
export interface BibtexEntry {
  readonly type: string
  readonly key: string
  readonly fields: ReadonlyMap<string, string>
  readonly text: string
  /** A value never ends: the entry was cut where the next one begins, and what it says is not to be trusted. */
  readonly isBroken: boolean
}

/** Values that may run to the end of the text; from then on none is followed past the beginning of an entry. */
const MOST_ENDLESS = 20

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads BibTeX and BibLaTeX: braces and quotes inside one another, `#` between pieces, `@string` abbreviations. What stands
 * outside of entries is a comment; the last one, when it never ends, gives the fields it has. Another whose
 * value never ends is broken: it ends before the next line that begins an entry.
 */
export function* readBibtex(text: string): Generator<BibtexEntry> {
  const strings = new Map(MONTHS.map((name, index) => [name, String(index + 1)]))
  const endless = { count: 0, next: 0 }
  const start = /@\s*([a-zA-Z]{1,40})\s*([{(])/g
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const type = (match[1] ?? '').toLowerCase()
    if (type === 'comment') continue
    const scanner: Scanner = {
      text,
      at: start.lastIndex,
      close: match[2] === '(' ? ')' : '}',
      strings,
      endless,
      isBroken: false,
    }
    if (type === 'preamble') {
      readValue(scanner)
    } else {
      const key = type === 'string' ? '' : readKey(scanner)
      const fields = readFields(scanner)
      const { isBroken } = scanner
      if (isBroken) yield { type, key, fields, text: text.slice(match.index, scanner.at), isBroken }
      else if (type === 'string') for (const [name, value] of fields) strings.set(name, value)
      else if (fields.size > 0) yield { type, key, fields, text: text.slice(match.index, scanner.at), isBroken }
    }
    start.lastIndex = Math.max(start.lastIndex, scanner.at)
  }
}

interface Scanner {
  readonly text: string
  at: number
  readonly close: string
  readonly strings: ReadonlyMap<string, string>
  /** Values of the whole text that ran to its end so far, and where the entry begins that was looked for last. */
  readonly endless: { count: number; next: number }
  isBroken: boolean
}

function readKey(scanner: Scanner): string {
  const [whole = '', key = ''] =
    /^\s*([^,={}"\s]{0,500})\s*,/.exec(scanner.text.slice(scanner.at, scanner.at + 1000)) ?? []
  scanner.at += whole.length
  return key
}

function readFields(scanner: Scanner): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (;;) {
    skip(scanner, /[\s,]/)
    const [whole, name = ''] =
      /^([^\s=,{}()"#@]{1,100})\s*=\s*/.exec(scanner.text.slice(scanner.at, scanner.at + 300)) ?? []
    if (whole === undefined) break
    scanner.at += whole.length
    const value = readValue(scanner)
    // The first says most: programs add a second one when they merge.
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value)
  }
  if (scanner.text[scanner.at] === scanner.close) scanner.at++
  return fields
}

function readValue(scanner: Scanner): string {
  let value = ''
  for (;;) {
    skip(scanner, /\s/)
    const first = scanner.text[scanner.at]
    if (first === '{') value += readBraced(scanner)
    else if (first === '"') value += readQuoted(scanner)
    else {
      const [word = ''] = /^[^\s,{}()"#=]{1,200}/.exec(scanner.text.slice(scanner.at, scanner.at + 200)) ?? []
      scanner.at += word.length
      value += scanner.strings.get(word.toLowerCase()) ?? word
    }
    skip(scanner, /\s/)
    if (scanner.text[scanner.at] !== '#') return value
    scanner.at++
  }
}

function readBraced(scanner: Scanner): string {
  const start = scanner.at + 1
  const end = endOfValues(scanner)
  let depth = 0
  for (; scanner.at < end; scanner.at++) {
    const character = scanner.text[scanner.at]
    if (character === '\\') scanner.at++
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return scanner.text.slice(start, scanner.at++)
  }
  return endlessValue(scanner, start)
}

function readQuoted(scanner: Scanner): string {
  const start = ++scanner.at
  const end = endOfValues(scanner)
  let depth = 0
  for (; scanner.at < end; scanner.at++) {
    const character = scanner.text[scanner.at]
    if (character === '\\') scanner.at++
    else if (character === '{') depth++
    else if (character === '}') depth--
    else if (character === '"' && depth <= 0) return scanner.text.slice(start, scanner.at++)
  }
  return endlessValue(scanner, start)
}

/** Where a value ends at the latest. */
function endOfValues(scanner: Scanner): number {
  return scanner.endless.count < MOST_ENDLESS ? scanner.text.length : nextEntry(scanner, scanner.at)
}

/** A value without an end: of the last entry it is all that is left, of another what stands before the next one. */
function endlessValue(scanner: Scanner, start: number): string {
  const next = nextEntry(scanner, start)
  scanner.endless.count++
  scanner.isBroken = next < scanner.text.length
  scanner.at = next
  return scanner.text.slice(start, next)
}

/** The beginning of the first line from a place on that begins an entry; the end of the text when there is none. */
function nextEntry({ text, endless }: Scanner, from: number): number {
  if (endless.next >= from && endless.next > 0) return endless.next
  const line = /^[ \t]{0,20}@[ \t]{0,20}[a-z]{1,40}[ \t]{0,20}[{(]/gim
  line.lastIndex = from
  endless.next = line.exec(text)?.index ?? text.length
  return endless.next
}

function skip(scanner: Scanner, what: RegExp): void {
  while (scanner.at < scanner.text.length && what.test(scanner.text[scanner.at] ?? '')) scanner.at++
}
