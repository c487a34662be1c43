import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

const ARABIC = /^[\u0621-\u064a]+$/
const ARTICLES = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل']
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي']

/**
 * The light10 stemmer of Larkey, Ballesteros and Connell (2002), the usual choice for retrieval in Arabic: takes off
 * the conjunction و, the article with its prepositions, and endings, each only where enough of the word is left.
 */
function light10(word: string): string {
  let stem = word.length > 3 && word.startsWith('و') ? word.slice(1) : word
  const article = ARTICLES.find((prefix) => stem.startsWith(prefix) && stem.length - prefix.length >= 2)
  if (article !== undefined) stem = stem.slice(article.length)
  for (const suffix of SUFFIXES) {
    if (stem.endsWith(suffix) && stem.length - suffix.length >= 2) stem = stem.slice(0, -suffix.length)
  }
  return stem
}

/**
 * Arabic: vowel marks and tatweel off, alef and yeh unified, then light10. The stemmer of lunr-languages keeps its
 * state on `globalThis` and cuts down to roots, which merges words that must not meet.
 */
export const arabic: LanguagePack = {
  language: 'ar',
  stem: (word) => {
    const folded = foldLetters(word)
    return ARABIC.test(folded) ? light10(folded) : folded
  },
}
