/** A word border nearer to the beginning than this share of the room is given up: the text has no spaces. */
const LEAST_USED = 0.6

/**
 * The beginning of a text on one line, at most so many UTF-16 code units, cut at a word's border and marked by an
 * ellipsis; null when there is nothing but white space. Never cut inside a character and its marks.
 */
export function beginningOf(text: string, longest: number): string | null {
  // Four times the length leaves room for the white space that collapses.
  const line = text
    .trimStart()
    .slice(0, longest * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed()
  if (line === '') return null
  if (line.length <= longest) return line
  const room = line.slice(0, longest - 1)
  const border = room.lastIndexOf(' ')
  const cut = border >= longest * LEAST_USED ? room.slice(0, border) : wholeCharacters(line, longest - 1)
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`
}

function wholeCharacters(line: string, longest: number): string {
  let end = longest
  while (end > longest / 2 && /^(?:[\udc00-\udfff\u200d]|\p{M})/u.test(line.slice(end))) end -= 1
  return line.slice(0, end)
}
