/**
 * The offset in UTF-16 code units of an offset that counts Unicode code points (Go's and Python's way); one past the
 * text's end is the end. Half of a surrogate pair by itself counts as one, as in both languages.
 */
export function fromCodePoints(text: string, codePoints: number): number {
  let offset = 0
  for (let left = codePoints; left > 0 && offset < text.length; left--) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
  }
  return offset
}
