import type { LanguagePack } from './language-pack.ts'

/**
 * Vietnamese: marks stay, as they make other words (ma, má, mà, mã, mạ) and whoever writes Vietnamese types them; nothing
 * is stemmed, as nothing is inflected. A query typed without marks still finds them: see `unmarked-forms.ts`.
 */
export const vietnamese: LanguagePack = {
  language: 'vi',
  stem: placeTone,
  keepsMarks: true,
}

/** Two ways to write the tone on these pairs are in use: hòa and hoà, thúy and thuý; the tone goes to the second vowel. */
function placeTone(word: string): string {
  const apart = word.normalize('NFD')
  return apart.replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])$/, '$1$3$2').normalize('NFC')
}
