/** A place in a style sheet that is read from front to back (CSS Syntax Level 3, section 4). */
export interface CssReader {
  readonly text: string
  position: number
}

/** Reads a style sheet's text; NUL and the several line ends are made one first, as a browser does. */
export function cssReader(text: string): CssReader {
  return { text: text.replace(/\r\n?|\f/g, '\n').replaceAll('\0', '\ufffd'), position: 0 }
}

const NAME_START = /[A-Za-z_\u0080-\u{10FFFF}]/u
const NAME = /[\w\u0080-\u{10FFFF}-]/u

/** Whether a name (identifier or function) begins here. */
export function beginsName({ text, position }: CssReader): boolean {
  const first = characterAt(text, position)
  if (first === '-') {
    const second = characterAt(text, position + 1)
    return second === '-' || NAME_START.test(second) || isEscape(text, position + 1)
  }
  return NAME_START.test(first) || isEscape(text, position)
}

/** Reads a name and answers it with its escapes decoded, in small letters. */
export function readName(reader: CssReader): string {
  let name = ''
  for (;;) {
    const { text, position } = reader
    const character = characterAt(text, position)
    if (isEscape(text, position)) name += readEscape(reader)
    else if (character !== '' && NAME.test(character)) {
      name += character
      reader.position += character.length
    } else return name.toLowerCase()
  }
}

/** Reads a string from its opening quote on and answers its value; an unescaped line end ends a broken one. */
export function readString(reader: CssReader): string {
  const { text } = reader
  const quote = text[reader.position]
  let value = ''
  reader.position += 1
  while (reader.position < text.length) {
    const character = text[reader.position] ?? ''
    if (character === quote) {
      reader.position += 1
      return value
    }
    if (character === '\n') return value
    if (character === '\\') value += readStringEscape(reader)
    else {
      value += character
      reader.position += 1
    }
  }
  return value
}

/** Reads what stands unquoted in `url(…)`, up to and with its end; null for a broken one. */
export function readBareUrl(reader: CssReader): string | null {
  const { text } = reader
  let value = ''
  let isBroken = false
  while (reader.position < text.length) {
    const character = text[reader.position] ?? ''
    if (character === ')') break
    if (isEscape(text, reader.position)) value += readEscape(reader)
    else {
      isBroken ||= /["'(\\\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(character)
      value += character
      reader.position += 1
    }
  }
  reader.position += 1
  const trimmed = value.trim()
  return isBroken || /\s/.test(trimmed) ? null : trimmed
}

/** Leaves white space and comments behind. */
export function skipBlank(reader: CssReader): void {
  const blank = /(?:\s|\/\*[^]*?(?:\*\/|$))*/y
  blank.lastIndex = reader.position
  reader.position += blank.exec(reader.text)?.[0].length ?? 0
}

function characterAt(text: string, position: number): string {
  const point = text.codePointAt(position)
  return point === undefined ? '' : String.fromCodePoint(point)
}

function isEscape(text: string, position: number): boolean {
  return text[position] === '\\' && position + 1 < text.length && text[position + 1] !== '\n'
}

function readEscape(reader: CssReader): string {
  const hex = /\\([\da-f]{1,6})\s?/iy
  hex.lastIndex = reader.position
  const found = hex.exec(reader.text)
  if (found !== null) {
    reader.position += found[0].length
    const point = Number.parseInt(found[1] ?? '', 16)
    return point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)
      ? '\ufffd'
      : String.fromCodePoint(point)
  }
  const character = characterAt(reader.text, reader.position + 1)
  reader.position += 1 + character.length
  return character
}

/** In a string an escaped line end stands for nothing, and a backslash at the very end for nothing too. */
function readStringEscape(reader: CssReader): string {
  if (isEscape(reader.text, reader.position)) return readEscape(reader)
  reader.position += reader.text[reader.position + 1] === '\n' ? 2 : 1
  return ''
}
