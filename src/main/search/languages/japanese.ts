import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

/** Japanese: kanji and kana become bigrams before any pack; what reaches this one are foreign words. */
export const japanese: LanguagePack = { language: 'ja', stem: foldLetters }
