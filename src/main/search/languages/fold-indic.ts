/** The nukta of every Indic block: writers of Hindi leave it out as often as not (पढ़ना, पढना). */
const NUKTA = /[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/g
/** Candrabindu, which print and keyboards write as anusvara (हूँ, हूं): the two stand side by side in each block. */
const CANDRABINDU: Readonly<Record<string, string>> = { 'ँ': 'ं', 'ঁ': 'ং', 'ઁ': 'ં', 'ଁ': 'ଂ', 'ఁ': 'ం', 'ಁ': 'ಂ' }

/** Unifies what writers of Indic scripts do not tell apart; vowel signs stay. */
export function foldIndic(word: string): string {
  return word.replace(NUKTA, '').replace(/[ँঁઁଁఁಁ]/g, (sign) => CANDRABINDU[sign] ?? sign)
}
