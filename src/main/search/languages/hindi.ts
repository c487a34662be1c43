import { cutEnding, endingsOf } from './cut-ending.ts'
import { foldLetters } from './fold-letters.ts'
import { foldIndic } from './fold-indic.ts'
import type { LanguagePack } from './language-pack.ts'

const DEVANAGARI = /^[\u0900-\u097f]+$/
/**
 * Inflections of nouns, adjectives and verbs (Ramanathan and Rao, "A Lightweight Stemmer for Hindi", 2003), with the
 * nasal signs as `foldIndic` writes them.
 */
const ENDINGS = endingsOf(
  'ाएंगी ाएंगे ाऊंगी ाऊंगा ाइयां ाइयों ाएगी ाएगा ाओगी ाओगे एंगी ेंगी एंगे ेंगे ूंगी ूंगा ातीं नाओं नाएं ताओं ताएं ियां ियों ' +
    'ाकर ाइए ाईं ाया ेगी ेगा ोगी ोगे ाने ाना ाते ाती ाता तीं ाओं ाएं ुओं ुएं ुआं ' +
    'कर ाओ िए ाई ाए ने नी ना ते ीं ती ता ां ों ें ो े ू ु ी ि ा',
)

/** A nasal before a consonant of its own row is written as a letter or as anusvara: हिन्दी, हिंदी. */
function foldNasals(word: string): string {
  return word.replace(/ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])/g, 'ं')
}

/** Between a vowel and a last ी or े people write य or not: गयी, गई; नये, नए. */
function writeVowels(word: string): string {
  return word.replace(/(?<=.)य([ीे])$/, (_, sign: string) => (sign === 'ी' ? 'ई' : 'ए'))
}

/** Hindi: nasal signs and dots below unified, then one inflection off; vowel signs inside a word are never touched. */
export const hindi: LanguagePack = {
  language: 'hi',
  stem: (word) => {
    const folded = writeVowels(foldNasals(foldIndic(word)))
    return DEVANAGARI.test(folded) ? cutEnding(folded, ENDINGS, 2) : foldLetters(word)
  },
}
