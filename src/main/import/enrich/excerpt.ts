const longest = 200
/** A word border further back than this is given up: the text has no spaces. */
const shortest = 120

/** The beginning of a body, at most 200 UTF-16 code units on one line, cut at a word's border and marked by an ellipsis. */
export function excerptOf(body: string): string {
  // Four times the length leaves room for the white space that collapses.
  const line = body
    .trimStart()
    .slice(0, longest * 4)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= longest) return line
  const room = line.slice(0, longest)
  const border = room.lastIndexOf(' ')
  return `${(border >= shortest ? room.slice(0, border) : wholeCharacters(line)).replace(/[\s,;:–—-]+$/, '')}…`
}

function wholeCharacters(line: string): string {
  let end = longest - 1
  while (end > shortest && /^(?:[\udc00-\udfff\u200d]|\p{M})/u.test(line.slice(end))) end -= 1
  return line.slice(0, end)
}
