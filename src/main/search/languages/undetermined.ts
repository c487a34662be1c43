import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

/** A language that is unknown or has no pack: letters are folded by their script, nothing is stemmed. */
export const undetermined: LanguagePack = { language: 'und', stem: foldLetters, beginningOf: (token) => token }
