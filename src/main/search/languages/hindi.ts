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
  'एंगी एगा एगी ऊंगी ऊंगा ओगी ओगे ाइये ाएंगी ाएंगे ाऊंगी ाऊंगा ाइयां ाइयों ाएगी ाएगा ाओगी ाओगे ेंगी एंगे ेंगे ूंगी ूंगा ातीं नाओं नाएं ताओं ताएं ियां ियों ' +
    'ाकर ाइए ाईं ाया ेगी ेगा ोगी ोगे ाने ाना ाते ाती ाता तीं ाओं ाएं ुओं ुएं ुआं ' +
    'ूं ाऊं ाओ िए ाई ाए ने नी ना ते ीं ती ता ां ों ें ो े ू ु ी ि ा',
)

/** A nasal before a consonant of its own row is written as a letter or as anusvara: हिन्दी, हिंदी. */
function foldNasals(word: string): string {
  return word.replace(/ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])/g, 'ं')
}

/** Behind a vowel people write य or not before ी and े: गयी, गई; आयेगा, आएगा. */
function writeVowels(word: string): string {
  return word.replace(/(?<=[ािीुूो]|^.)य([ीे])/g, (_, sign: string) => (sign === 'ी' ? 'ई' : 'ए'))
}

/** What joins two verbs: देखकर. Of names (शंकर, कुकर) it would leave less. */
const HAVING_DONE = /(?<=[^्][^्].)कर$/
/**
 * Nouns in -नी and -ती lose their consonant too, as करनी and करती must, so it is lost before their plural as well: राजधानी, राजधानियाँ.
 * Two consonants are left.
 */
const PLURAL_OF_I = /ि(?:यां|यों)?$/
const LAST_CONSONANT = /(?<=[क-हअ-औ].*[क-ह][\u093e-\u094c\u0902]*)[नत]$/

function stemHindi(word: string): string {
  const cut = cutEnding(word, ENDINGS, 2)
  if (cut === word) return word.replace(HAVING_DONE, '')
  return PLURAL_OF_I.test(word) ? cut.replace(LAST_CONSONANT, '') : cut
}

/** Hindi: nasal signs and dots below unified, then one inflection off; vowel signs inside a word are never touched. */
export const hindi: LanguagePack = {
  language: 'hi',
  stem: (word) => {
    const folded = writeVowels(foldNasals(foldIndic(word)))
    return DEVANAGARI.test(folded) ? stemHindi(folded) : foldLetters(word)
  },
}
