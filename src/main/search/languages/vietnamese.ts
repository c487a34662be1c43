import type { LanguagePack } from './language-pack.ts'

/**
 * Vietnamese: marks stay, as they make other words (ma, má, mà, mã, mạ) and whoever writes Vietnamese types them; nothing
 * is stemmed, as nothing is inflected. A query typed without marks still finds them: see `stemsButForMarks` of the vocabulary.
 */
export const vietnamese: LanguagePack = {
  language: 'vi',
  stem: writeI,
  keepsMarks: true,
}

/** Both i and y are written at the end of syllables after these letters: lý and lí, Mỹ and Mĩ, quý and quí. */
function writeI(word: string): string {
  return placeTone(word)
    .normalize('NFD')
    .replace(/^(h|k|l|m|s|t|qu)y([\u0300\u0301\u0303\u0309\u0323]?)$/, '$1i$2')
    .normalize('NFC')
}

/** Two ways to write the tone on these pairs are in use: hòa and hoà, thúy and thuý; the tone goes to the second vowel. */
function placeTone(word: string): string {
  const apart = word.normalize('NFD')
  return apart.replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])$/, '$1$3$2').normalize('NFC')
}
