import type { Database } from 'better-sqlite3'
import { wordTokens } from './analyse.ts'
import { whileUnwritten } from './moment.ts'
import { createFindNearby } from './nearby-forms.ts'
import { foldLetters } from './languages/fold-letters.ts'
import { endOfLanguage, parseWordToken, toWordToken } from './word-form.ts'

/** A word form and its token in the index. */
export interface KnownForm {
  readonly surface: string
  readonly stem: string
}

/** The word forms of the archive, as people wrote them. */
export interface Vocabulary {
  /** Languages whose analysis some article or note had. */
  readonly languages: () => readonly string[]
  /** Stems of the surfaces that begin so, each once, at most `limit` of each language. */
  readonly stemsOfPrefix: (prefix: string, limit: number) => readonly string[]
  /** Surfaces that begin so, with their stems, at most `limit` of each language. */
  readonly surfacesOfPrefix: (prefix: string, limit: number) => readonly KnownForm[]
  /** Stems of one language's surfaces that have the same letters with marks: of `ha` those of hà, hạ, há. */
  readonly stemsButForMarks: (word: string, language: string) => readonly string[]
  /** Surfaces within so many edits, with their stems. */
  readonly surfacesWithin: (word: string, edits: number) => readonly KnownForm[]
  /** Stems of the surfaces within so many edits, each once. */
  readonly stemsWithin: (word: string, edits: number) => readonly string[]
}

const FROM = 'SELECT term FROM search_vocabulary WHERE term >= ? LIMIT 1'
const BETWEEN = 'SELECT term FROM search_vocabulary WHERE term >= ? AND term < ? ORDER BY term'
const LAST = '\u{10ffff}'

/** Reads the word forms on a connection. Stems are made of them: faster than storing them, and never out of date. */
export function createVocabulary(database: Database): Vocabulary {
  const from = database.prepare<[string], string>(FROM).pluck()
  const between = database.prepare<[string, string], string>(BETWEEN).pluck()
  const present = whileUnwritten(database, (): readonly string[] => {
    const found: string[] = []
    for (let term = from.get(''); term !== undefined; term = from.get(endOfLanguage(found.at(-1) ?? ''))) {
      found.push(parseWordToken(term).language)
    }
    return found.length === 0 ? ['und'] : found
  })
  const nearby = createFindNearby(database)
  const within = (word: string, edits: number): readonly KnownForm[] =>
    present().flatMap((language) => nearby(word, language, edits).flatMap(knownForm))
  return {
    languages: present,
    stemsOfPrefix: (prefix, limit) => {
      const ofLanguage = (language: string): readonly string[] => {
        const first = toWordToken({ language, surface: prefix })
        const stems = new Set<string>()
        for (const term of between.iterate(first, first + LAST)) {
          if (stems.size >= limit) break
          addStem(stems, term)
        }
        return [...stems]
      }
      return [...new Set(present().flatMap(ofLanguage))]
    },
    surfacesOfPrefix: (prefix, limit) =>
      present().flatMap((language) => {
        const first = toWordToken({ language, surface: prefix })
        const forms: KnownForm[] = []
        for (const term of between.iterate(first, first + LAST)) {
          if (forms.length >= limit) break
          forms.push(...knownForm(term))
        }
        return forms
      }),
    stemsButForMarks: (word, language) => {
      const stems = new Set<string>()
      for (const letter of lettersLike(word.charAt(0))) {
        const first = toWordToken({ language, surface: letter })
        for (const term of between.iterate(first, first + LAST)) {
          if (foldLetters(parseWordToken(term).surface) === word) addStem(stems, term)
        }
      }
      return [...stems]
    },
    surfacesWithin: within,
    stemsWithin: (word, edits) => [...new Set(within(word, edits).map(({ stem }) => stem))],
  }
}

function knownForm(term: string): readonly KnownForm[] {
  const { language, surface } = parseWordToken(term)
  const token = wordTokens(language)(surface)
  return token === null ? [] : [{ surface, stem: token.stem }]
}

const likeLetters = new Map<string, readonly string[]>()

/** Latin letters that fold to a letter, itself among them: `d` and `đ`. */
function lettersLike(letter: string): readonly string[] {
  const known = likeLetters.get(letter)
  if (known !== undefined) return known
  const found = [letter]
  for (const [first, last] of LATIN_WITH_MARKS) {
    for (let point = first; point <= last; point += 1) {
      const other = String.fromCodePoint(point)
      if (foldLetters(other) === letter) found.push(other)
    }
  }
  likeLetters.set(letter, found)
  return found
}

/** Small letters among them only: surfaces have no capitals. Latin-1, Extended-A and -B, Extended Additional. */
const LATIN_WITH_MARKS = [
  [0xe0, 0x24f],
  [0x1e01, 0x1eff],
] as const

function addStem(stems: Set<string>, term: string): void {
  const { language, surface } = parseWordToken(term)
  const token = wordTokens(language)(surface)
  if (token !== null) stems.add(token.stem)
}
