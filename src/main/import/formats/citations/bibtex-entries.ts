/** An entry as it stands in a BibTeX file; field names in lower case, values with their LaTeX. */
export interface BibtexEntry {
  readonly type: string
  readonly key: string
  readonly fields: ReadonlyMap<string, string>
  readonly text: string
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads BibTeX and BibLaTeX: braces and quotes inside one another, `#` between pieces, `@string` abbreviations. What stands
 * outside of entries is a comment; an entry that never ends gives the fields it has.
 */
export function* readBibtex(text: string): Generator<BibtexEntry> {
  const strings = new Map(MONTHS.map((name, index) => [name, String(index + 1)]))
  const start = /@\s*([a-zA-Z]{1,40})\s*([{(])/g
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const type = (match[1] ?? '').toLowerCase()
    if (type === 'comment') continue
    const scanner: Scanner = { text, at: start.lastIndex, close: match[2] === '(' ? ')' : '}', strings }
    if (type === 'preamble') {
      readValue(scanner)
    } else if (type === 'string') {
      for (const [name, value] of readFields(scanner)) strings.set(name, value)
    } else {
      const key = readKey(scanner)
      const fields = readFields(scanner)
      if (fields.size > 0) yield { type, key, fields, text: text.slice(match.index, scanner.at) }
    }
    start.lastIndex = Math.max(start.lastIndex, scanner.at)
  }
}

interface Scanner {
  readonly text: string
  at: number
  readonly close: string
  readonly strings: ReadonlyMap<string, string>
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
  let depth = 0
  for (; scanner.at < scanner.text.length; scanner.at++) {
    const character = scanner.text[scanner.at]
    if (character === '\\') scanner.at++
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return scanner.text.slice(start, scanner.at++)
  }
  return scanner.text.slice(start)
}

function readQuoted(scanner: Scanner): string {
  const start = ++scanner.at
  let depth = 0
  for (; scanner.at < scanner.text.length; scanner.at++) {
    const character = scanner.text[scanner.at]
    if (character === '\\') scanner.at++
    else if (character === '{') depth++
    else if (character === '}') depth--
    else if (character === '"' && depth <= 0) return scanner.text.slice(start, scanner.at++)
  }
  return scanner.text.slice(start)
}

function skip(scanner: Scanner, what: RegExp): void {
  while (scanner.at < scanner.text.length && what.test(scanner.text[scanner.at] ?? '')) scanner.at++
}
