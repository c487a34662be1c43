import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf, type LunrPlugin } from './lunr-stemmers.ts'

/** A pack that stems words of the language's own letters by lunr-languages, and folds what is left and every other word. */
export function stemThenFold(language: string, plugin: LunrPlugin, letters: RegExp): LanguagePack {
  const stemmer = stemmerOf(plugin, language)
  return { language, stem: (word) => foldLetters(letters.test(word) ? stemmer(word) : word) }
}
