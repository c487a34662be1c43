import { loadEld } from './load-eld.ts'
import { countScripts, type Script } from './scripts.ts'

/** A language, and how sure that is from 0 to 1; null = too short, mixed or unknown. */
export interface DetectedLanguage {
  /** BCP 47 primary language subtag. */
  readonly language: string | null
  readonly confidence: number
}

interface Finding extends DetectedLanguage {
  /** How well another language fits the same text, from 0 to 1. */
  readonly scoreOf: (language: string) => number
  readonly letters: number
}

const eld = loadEld()

/* Enough for certainty (measured: 1.000 on 300 characters and more), and the rest of a long text costs nothing. */
const sampleLength = 2_000
/* Below these a text is a name or an abbreviation. Han and kana say more per character. */
const fewestLetters = 20
const fewestCjkLetters = 4
/* A page's own `lang` is often a template's default, so a long text may overrule it; neighbours (nb, da) may not. */
const overrulingLetters = 100
const overrulingMargin = 0.15

/** Scripts that one language is written in, or nearly so. */
const soleLanguages: Readonly<Partial<Record<Script, string>>> = {
  armenian: 'hy',
  georgian: 'ka',
  greek: 'el',
  han: 'zh',
  hangul: 'ko',
  hebrew: 'he',
  kana: 'ja',
  thai: 'th',
  gurmukhi: 'pa',
  gujarati: 'gu',
  oriya: 'or',
  tamil: 'ta',
  telugu: 'te',
  kannada: 'kn',
  malayalam: 'ml',
  sinhala: 'si',
  lao: 'lo',
  myanmar: 'my',
  khmer: 'km',
}

/** Subtags that mean the same language as another. */
const sameLanguage: Readonly<Record<string, string>> = { iw: 'he', in: 'id', ji: 'yi', nb: 'no', nn: 'no', jp: 'ja' }

/**
 * The language of a text. `hint` is what the page or the source says (`en-GB`); it wins unless the text clearly speaks
 * against it.
 */
export function detectLanguage(text: string, hint: string | null): DetectedLanguage {
  const found = findLanguage(text.slice(0, sampleLength))
  const hinted = primarySubtag(hint)
  if (hinted === null) return { language: found.language, confidence: found.confidence }
  const alias = sameLanguage[hinted] ?? hinted
  if (found.language === null) return { language: alias, confidence: 0.5 }
  if (found.language === alias) return { language: alias, confidence: Math.max(found.confidence, 0.9) }
  const isOverruled = found.letters >= overrulingLetters && found.confidence - found.scoreOf(alias) >= overrulingMargin
  return isOverruled ? { language: found.language, confidence: found.confidence } : { language: alias, confidence: 0.5 }
}

function findLanguage(text: string): Finding {
  const scripts = countScripts(text)
  const letters = scripts.reduce((sum, [, count]) => sum + count, 0)
  const unknown: Finding = { language: null, confidence: 0, scoreOf: () => 0, letters }
  const main = mainScript(scripts, letters)
  if (main === null || letters < (main === 'han' || main === 'kana' ? fewestCjkLetters : fewestLetters)) return unknown
  const sole = soleLanguages[main]
  if (sole !== undefined) return certain(sole, letters)
  const result = eld.detect(text)
  const scores = result.getScores()
  const language = main === 'cyrillic' ? cyrillicLanguage(text, result.language) : result.language
  if (language === '' || (!result.isReliable() && language === result.language)) return unknown
  return { language, confidence: scores[language] ?? 0.5, scoreOf: (other) => scores[other] ?? 0, letters }
}

/* A script speaks clearly however short the text is; only Han alone may still be a Japanese headline. */
function certain(language: string, letters: number): Finding {
  const isPossible = (other: string): boolean =>
    other === language || (language === 'zh' && (other === 'yue' || (other === 'ja' && letters < overrulingLetters)))
  return { language, confidence: 1, scoreOf: (other) => (isPossible(other) ? 1 : 0), letters: Infinity }
}

/* Kana decide even among many Han: Japanese is written in both, Chinese in Han alone. */
function mainScript(scripts: readonly (readonly [Script, number])[], letters: number): Script | null {
  const counts = new Map(scripts)
  const kana = counts.get('kana') ?? 0
  const cjk = kana + (counts.get('han') ?? 0)
  if (cjk >= letters / 2) return kana * 20 >= cjk ? 'kana' : 'han'
  const first = scripts[0]
  return first !== undefined && first[1] * 3 >= letters * 2 ? first[0] : null
}

/* Letters that only one of the two has decide better than any statistics on a headline. */
function cyrillicLanguage(text: string, guess: string): string {
  if (guess !== 'ru' && guess !== 'uk' && guess !== '') return guess
  const ukrainian = text.match(/[іїєґ]/giu)?.length ?? 0
  const russian = text.match(/[ыэъё]/giu)?.length ?? 0
  if (ukrainian === russian) return guess
  return ukrainian > russian ? 'uk' : 'ru'
}

function primarySubtag(tag: string | null): string | null {
  return /^\s*([a-z]{2,3})(?:[-_][a-z\d_-]*)?\s*$/i.exec(tag ?? '')?.[1]?.toLowerCase() ?? null
}
