/**
 * A word, or a character of a script that writes several words without a space. Letters, marks and digits hold
 * together, also across apostrophes, hyphens and decimal marks: `don't`, `well-known`, `1,000.5`.
 */
const token =
  /[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]&&\p{L}]|[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]+|[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]]+(?:['’\-‐‑.,](?=[\p{L}\p{N}])(?:(?<=\p{N}[.,])\p{N}+|(?<=['’\-‐‑])[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]+))*/gv

/** Words of the text in order, as written; of Chinese and Japanese each character, of Thai, Lao, Khmer and Burmese each run. */
export function wordsOf(text: string): readonly string[] {
  return text.match(token) ?? []
}
