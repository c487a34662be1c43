/** Marks that plain text borrows from Markdown, reStructuredText and e-mail. */

const rule = /^(?:[*_=~•·#⁂—–-]\s*){3,100}$/u
const underline = /^(?:={3,}|-{3,}|~{3,}|\^{3,}|"{3,}|\*{3,}|#{3,})$/u
const hashes = /^(#{1,6})\s+(\S.*)$/u
const quoteMark = /^>[>\s]*/u
const bullet = /^(?:[-*•‣◦▪●■+])\s+(?=\S)/u
const count = /^(\d{1,3})[.)]\s+(?=\S)/u

/** Whether the line is a row of signs that parts sections. */
export function isRule(text: string): boolean {
  return text.length <= 300 && rule.test(text.slice(0, 300))
}

/** Depth of a heading underlined by `row` as in reStructuredText, or null when the row does not underline the line. */
export function underlineLevel(text: string, row: string): number | null {
  if (!underline.test(row.slice(0, 200)) || text.length > 160 || isRule(text)) return null
  return row.length >= text.length * 0.5 ? (row.startsWith('=') ? 1 : 2) : null
}

/** A heading marked by `#` signs, or null. */
export function hashHeading(text: string): { readonly level: number; readonly text: string } | null {
  const match = hashes.exec(text.slice(0, 400))
  const [, marks, words] = match ?? []
  return marks === undefined || words === undefined || text.length > 300 ? null : { level: marks.length, text: words }
}

/** The line without its `>` signs, or null when it has none. */
export function withoutQuoteMark(text: string): string | null {
  const match = quoteMark.exec(text.slice(0, 200))
  return match === null ? null : text.slice(match[0].length)
}

/** The item behind a bullet, or null. Dashes are none: they open dialogue in many languages. */
export function bulletItem(text: string): string | null {
  const match = bullet.exec(text.slice(0, 50))
  return match === null ? null : text.slice(match[0].length)
}

/** The item behind a number, with the number, or null. */
export function countedItem(text: string): { readonly number: number; readonly text: string } | null {
  const match = count.exec(text.slice(0, 50))
  return match === null ? null : { number: Number(match[1]), text: text.slice(match[0].length) }
}
