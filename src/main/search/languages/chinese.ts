import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

/** Chinese: its own script becomes bigrams before any pack; what reaches this one are foreign words. */
export const chinese: LanguagePack = { language: 'zh', stem: foldLetters }
