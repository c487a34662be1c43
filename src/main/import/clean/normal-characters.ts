/* Controls that normal form does not hold. Tab and newline stay; form feed and carriage return become white space. */
const anyControl = /[\0-\x08\x0b-\x1f]/
const droppedControls = /[\0-\x08\x0b\x0e-\x1f]+/g
const beyondAscii = /[^\0-\x7f]/
const collapsible = /[\t\n]| {2}/
const whiteSpaceRun = /[ \t\n]+/g
const special = /[&<>]/
const attributeSpecial = /[&<>"]/

/** Text without C0 controls but tab and newline; CRLF, CR → LF; form feed → space. */
export function withoutControls(text: string): string {
  if (!anyControl.test(text)) return text
  return text.replace(/\r\n?/g, '\n').replaceAll('\f', ' ').replace(droppedControls, '')
}

/** NFC, lone surrogates as U+FFFD. Works on what stands between two tags, since composition crosses text nodes. */
export function composed(text: string): string {
  return beyondAscii.test(text) ? text.toWellFormed().normalize('NFC') : text
}

/** Whether the character is white space that HTML collapses. A no-break space is not. */
export function isWhiteSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09
}

/** White space runs as one space each. */
export function collapsed(text: string): string {
  return collapsible.test(text) ? text.replace(whiteSpaceRun, ' ') : text
}

/** The half-open range of a text without the white space at its ends. */
export function trimmedRange(text: string): { readonly start: number; readonly end: number } {
  let start = 0
  let end = text.length
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start += 1
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end -= 1
  return { start, end }
}

/** A line of normal characters, as attribute values are. */
export function normalLine(value: string): string {
  const line = collapsed(withoutControls(value))
  const { start, end } = trimmedRange(line)
  return composed(line.slice(start, end))
}

/** Text as HTML. */
export function escapeText(text: string): string {
  if (!special.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** An attribute's value as HTML, for double quotes. */
export function escapeAttribute(value: string): string {
  return attributeSpecial.test(value) ? escapeText(value).replaceAll('"', '&quot;') : value
}
