import { hash } from 'node:crypto'
import type { Analyse, AnalysedArticle, SearchableText, WordForms } from '../archive/ports/analyse.ts'
import { createWordTokens, hashOfBigram, type TokenOf, type WordTokens } from './index-token.ts'
import { packFor } from './languages/registry.ts'
import { normalize } from './normalize.ts'
import { bigramsOf } from './run-bigrams.ts'
import { scanStretches } from './scan-stretches.ts'
import { COLUMNS, createTokensChecksum, type TokensChecksum } from './token-hash.ts'
import { Field, formStart } from './word-entries.ts'
import { createTokenWriter } from './token-writer.ts'
import { FORM_SEPARATOR } from './word-form.ts'

/** Raised whenever the same text would give other tokens; articles of an older analysis are analysed anew. */
export const ANALYSIS_VERSION = 8

const tokensByLanguage = new Map<string, WordTokens>()
let lastAsked: WordTokens | undefined

/** Word forms that a thread remembers of all languages together, at some 80 bytes. */
const MOST_FORMS = 300_000

/** The remembering word analysis of a language's pack; one a thread. */
export function wordTokens(language: string): TokenOf {
  return tokensOfLanguage(language).of
}

/** As `wordTokens`, also for words at their place in a text. */
export function tokensOfLanguage(language: string): WordTokens {
  const known = tokensByLanguage.get(language)
  known?.relieve()
  if (known !== undefined && known === lastAsked) return known
  const tokens = known ?? createWordTokens(packFor(language))
  lastAsked = tokens
  if (formsRemembered() > MOST_FORMS) tokensByLanguage.clear()
  tokensByLanguage.set(language, tokens)
  return tokens
}

/** How many word forms this thread remembers. */
export function formsRemembered(): number {
  return [...tokensByLanguage.values()].reduce((sum, tokens) => sum + tokens.size(), 0)
}

/** SHA-256 (32 bytes) of what is searched of an article: what tells whether its index entry is still right. */
export function hashInput(input: SearchableText): Uint8Array {
  const fields = [input.language, input.title, input.standfirst, input.byline, input.body]
  return new Uint8Array(hash('sha256', JSON.stringify(fields), 'buffer'))
}

/** Texts analysed so far in this thread, by whichever analyser, as they share the tokens. */
let textsSeen = 0

/** What one analysis gathers. */
interface Sink {
  readonly tokens: WordTokens
  readonly text: number
  /** Entry of each word of the text once, those apart that no text of this thread had. */
  readonly fresh: number[]
  readonly known: number[]
  readonly checksum: TokensChecksum
}

const writer = createTokenWriter(' ')
const formWriter = createTokenWriter(FORM_SEPARATOR)

function addWord(first: number, column: number, { tokens, text, fresh, known, checksum }: Sink): void {
  const { numbers, letters } = tokens.entries
  for (let entry = first; entry !== 0; entry = numbers[entry + Field.elided] ?? 0) {
    const [start = 0, end = 0] = [numbers[entry + Field.token], numbers[entry + Field.tokenEnd]]
    if (start === end) return
    checksum.add(numbers[entry + Field.high] ?? 0, numbers[entry + Field.low] ?? 0, column, writer.count())
    writer.add(letters, start, end)
    const lastSeen = numbers[entry + Field.lastSeen] ?? 0
    if (lastSeen === text) continue
    numbers[entry + Field.lastSeen] = text
    if (lastSeen === 0) fresh.push(entry)
    else known.push(entry)
  }
}

function analyseColumn(text: string, column: number, sink: Sink): string {
  const normal = normalize(text)
  writer.start()
  scanStretches(normal, {
    word: (start, end, source, hash) => {
      addWord(sink.tokens.entryAt(source, start, end, hash), column, sink)
    },
    run: (start, end) => {
      for (const bigram of bigramsOf(normal.slice(start, end))) {
        const { high, low } = hashOfBigram(bigram)
        sink.checksum.add(high, low, column, writer.count())
        writer.addText(bigram)
      }
    },
  })
  return writer.text()
}

/** Fresh ones first: they are probably all that the index does not know, and it reads no further than it must. */
function joinForms({ tokens, fresh, known }: Sink): WordForms {
  const { numbers, letters } = tokens.entries
  const hashes = new Uint32Array(2 * (fresh.length + known.length))
  formWriter.start()
  let at = 0
  for (const entries of [fresh, known]) {
    for (const entry of entries) {
      formWriter.add(letters, formStart(entry), numbers[entry + Field.formEnd] ?? 0)
      hashes[at++] = numbers[entry + Field.formHigh] ?? 0
      hashes[at++] = numbers[entry + Field.formLow] ?? 0
    }
  }
  return { joined: formWriter.text(), hashes }
}

/**
 * Makes the analysis: normalises, cuts into words and runs, folds and stems by the pack of the text's language. The
 * same input gives the same tokens in every thread and process of one `ANALYSIS_VERSION`.
 */
export function createAnalyser(): Analyse {
  return (input: SearchableText): AnalysedArticle => {
    const language = packFor(input.language).language
    const tokens = tokensOfLanguage(language)
    const sink: Sink = { tokens, text: ++textsSeen, fresh: [], known: [], checksum: createTokensChecksum() }
    const [title, standfirst, byline, body] = COLUMNS.map((name, column) => analyseColumn(input[name], column, sink))
    return {
      analysis: ANALYSIS_VERSION,
      language,
      columns: { title: title ?? '', standfirst: standfirst ?? '', byline: byline ?? '', body: body ?? '' },
      forms: joinForms(sink),
      inputHash: hashInput(input),
      tokensChecksum: sink.checksum.bytes(),
    }
  }
}
