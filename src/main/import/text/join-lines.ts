const unspacedSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]/u

/**
 * Joins hard-wrapped lines to one paragraph. No blank between unspaced signs, nor after a hyphen inside a word (the
 * hyphen stays: only a dictionary could tell `well-known` from a hyphenated `informa-tion`, and nothing is dropped).
 */
export function joinLines(lines: readonly string[]): string {
  const pieces: string[] = []
  let previous = ''
  for (const line of lines) {
    if (previous !== '') pieces.push(separator(previous, line))
    pieces.push(line)
    previous = line
  }
  return pieces.join('')
}

function separator(before: string, after: string): string {
  const last = /.$/su.exec(before.slice(-2))?.[0] ?? ''
  const first = String.fromCodePoint(after.codePointAt(0) ?? 32)
  if (unspacedSign.test(last) && unspacedSign.test(first)) return ''
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) ? '' : ' '
}
