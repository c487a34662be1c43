import { isSpoken } from './word-index.ts'

const TELLING = /[\p{N}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const SHORT_WORD = 0.6
const MARK = 0.2
/** What the commonest word still weighs beside one that stands once. */
const LEAST_RARITY = 0.35

/**
 * How much a word tells about where a passage is: a mark little, a short word some, a longer one or a number 1; less
 * the more often (`count`) it stands in the text that is searched.
 */
export function wordWeight(key: string, count: number): number {
  const kind = !isSpoken(key) ? MARK : key.length >= 4 || TELLING.test(key) ? 1 : SHORT_WORD
  return kind * Math.max(LEAST_RARITY, 1 / (1 + 0.25 * Math.log2(Math.max(1, count))))
}
