/**
 * How much a decoded text looks like writing, 0 (noise) to 1: a legacy encoding read as another one gives control
 * characters, boxes, and upper-case letters in the middle of words (`рПЛЮМ`).
 */
export function textPlausibility(text: string): number {
  let letters = 0
  let odd = 0
  let previousLower = false
  for (const character of text.slice(0, 20_000)) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) {
      previousLower = false
      continue
    }
    letters++
    if (isJunk(code)) odd += 2
    const upper = character !== character.toLowerCase()
    if (upper && previousLower) odd++
    previousLower = !upper && character !== character.toUpperCase()
  }
  return letters === 0 ? 1 : Math.max(0, 1 - odd / letters)
}

/** Replacement characters, C1 controls, private use, box drawing and half-width katakana: what misreading produces. */
function isJunk(code: number): boolean {
  return (
    code === 0xfffd ||
    (code >= 0x80 && code < 0xa0) ||
    (code >= 0xe000 && code <= 0xf8ff) ||
    (code >= 0x2500 && code <= 0x259f) ||
    (code >= 0xff61 && code <= 0xff9f)
  )
}
