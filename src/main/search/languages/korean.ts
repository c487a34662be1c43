import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

/**
 * Korean: Hangul becomes bigrams before any pack, so a noun is found with whatever particle stands behind it (한국어는);
 * what reaches this one are foreign words.
 */
export const korean: LanguagePack = { language: 'ko', stem: foldLetters }
