import type { Database } from 'better-sqlite3'
import { wordTokens } from './analyse.ts'
import { foldLetters } from './languages/fold-letters.ts'
import { packFor } from './languages/registry.ts'
import { rememberUnwritten } from './moment.ts'
import { prepared } from './prepared.ts'
import { endOfLanguage, parseWordToken, toWordToken } from './word-form.ts'

/**
 * Whether every word of the archive that a language's analysis turns into this token is written so, case and marks aside. `word`
 * is its token under no language's rules. False also where that cannot be told quickly.
 */
export type IsOnlyForm = (language: string, token: string, word: string) => boolean

/** Of words of which the language pack itself says so: no look at the vocabulary is needed. */
export const isFunctionWord: IsOnlyForm = (language, token, word) =>
  token === word && packFor(language).exact?.has(token) === true

const FORMS = 'SELECT term FROM search_vocabulary WHERE term >= ? AND term < ?'
const LAST = '\u{10ffff}'
/** Comes after every ASCII character of a surface and before all others. */
const AFTER_ASCII = '{'
/** When so many are remembered, all are forgotten. */
const MOST_REMEMBERED = 5_000

/** Looks through the word forms that begin as the token's words must; what it found holds for as long as nobody writes. */
export function createIsOnlyForm(database: Database): IsOnlyForm {
  const remembered = rememberUnwritten<boolean>(database, MOST_REMEMBERED)
  return (language, token, word) => {
    const { exact, beginningOf } = packFor(language)
    if (exact?.has(token) === true) return isFunctionWord(language, token, word)
    if (beginningOf === undefined) return false
    const asked = { language, token, word }
    return remembered(`${language} ${token} ${word}`, () => everyForm(database, asked, beginningOf(token)))
  }
}

interface Asked {
  readonly language: string
  readonly token: string
  readonly word: string
}

function everyForm(database: Database, { language, token, word }: Asked, beginning: string): boolean {
  const forms = prepared<[string, string], string>(database, FORMS).pluck()
  for (const [from, until] of rangesOf(language, beginning)) {
    for (const form of forms.all(from, until)) {
      const { surface } = parseWordToken(form)
      // Marks count a letter or more: what begins so without them.
      if (!foldLetters(surface).startsWith(beginning) || wordTokens(language)(surface)?.stem !== token) continue
      if (wordTokens('und')(surface)?.stem !== word) return false
    }
  }
  return true
}

/** Forms with that beginning, and those in which a letter of it bears a mark. */
function rangesOf(language: string, beginning: string): readonly (readonly [from: string, until: string])[] {
  const at = (surface: string): string => toWordToken({ language, surface })
  const marked = Array.from(beginning, (_, place) => {
    const start = beginning.slice(0, place)
    return [at(start + AFTER_ASCII), place === 0 ? endOfLanguage(language) : at(start + LAST)] as const
  })
  return [[at(beginning), at(beginning + LAST)], ...marked]
}
