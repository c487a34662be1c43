/**
 * A word, or a character of a script that writes several words without a space. Letters, marks and digits hold
 * together, also across apostrophes, hyphens and decimal marks: `don't`, `well-known`, `1,000.5`. Nothing is matched
 * without end: a row of some million letters (encoded data) would overflow the stack of the matcher.
 */
const token =
  /[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]&&\p{L}]|[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]{1,999}|[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]]{1,999}(?:['’\-‐‑.,](?=[\p{L}\p{N}])(?:(?<=\p{N}[.,])\p{N}{1,999}|(?<=['’\-‐‑])[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]{1,999})){0,99}/gv

/** Words of the text in order, as written; of Chinese and Japanese each character, of Thai, Lao, Khmer and Burmese each run. */
export function wordsOf(text: string): readonly string[] {
  return text.match(token) ?? []
}
