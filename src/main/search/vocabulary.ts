import type { Database } from 'better-sqlite3'
import { withinEdits } from './edit-distance.ts'

/** The word forms of the archive, as people wrote them. */
export interface Vocabulary {
  /** Languages whose analysis some article or note had. */
  readonly languages: () => readonly string[]
  /** Stems of the surfaces that begin so, each once, at most `limit` of each language. */
  readonly stemsOfPrefix: (prefix: string, limit: number) => readonly string[]
  /** Stems of the surfaces within so many edits, each once. */
  readonly stemsWithin: (word: string, edits: number) => readonly string[]
}

/** Skips from language to language through the primary key, so that its cost is that of the languages. */
const LANGUAGES = `WITH RECURSIVE present (language) AS (
  SELECT min(language) FROM search_word
  UNION ALL
  SELECT (SELECT min(language) FROM search_word WHERE language > present.language) FROM present WHERE language IS NOT NULL
) SELECT language FROM present WHERE language IS NOT NULL`
const BY_PREFIX = `SELECT DISTINCT stem FROM search_word
  WHERE language = ? AND surface >= ? AND surface < ? || char(0x10ffff) LIMIT ?`
const BY_LENGTH = `SELECT surface, stem FROM search_word WHERE language = ? AND length(surface) BETWEEN ? AND ?`

/** Reads `search_word` on a connection. */
export function createVocabulary(database: Database): Vocabulary {
  const languages = database.prepare<[], string>(LANGUAGES).pluck()
  const byPrefix = database.prepare<[string, string, string, number], string>(BY_PREFIX).pluck()
  const byLength = database.prepare<[string, number, number], [string, string]>(BY_LENGTH).raw()
  const present = (): readonly string[] => {
    const found = languages.all()
    return found.length === 0 ? ['und'] : found
  }
  return {
    languages: present,
    stemsOfPrefix: (prefix, limit) => [
      ...new Set(present().flatMap((language) => byPrefix.all(language, prefix, prefix, limit))),
    ],
    stemsWithin: (word, edits) => {
      // SQLite counts code points, as Array.from does.
      const length = Array.from(word).length
      const stems = new Set<string>()
      for (const language of present()) {
        for (const [surface, stem] of byLength.iterate(language, length - edits, length + edits)) {
          if (!stems.has(stem) && withinEdits(word, surface, edits)) stems.add(stem)
        }
      }
      return [...stems]
    },
  }
}
