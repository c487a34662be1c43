import { hash } from 'node:crypto'
import type { Analyse, AnalysedArticle, SearchableText, WordForms } from '../archive/ports/analyse.ts'
import { createWordTokens, hashOfBigram, type IndexToken, type TokenOf, type WordTokens } from './index-token.ts'
import { packFor } from './languages/registry.ts'
import { normalize } from './normalize.ts'
import { bigramsOf } from './run-bigrams.ts'
import { scanStretches } from './scan-stretches.ts'
import { COLUMNS, createTokensChecksum, type TokensChecksum } from './token-hash.ts'
import { createTokenWriter } from './token-writer.ts'
import { FORM_SEPARATOR } from './word-form.ts'

/** Raised whenever the same text would give other tokens; articles of an older analysis are analysed anew. */
export const ANALYSIS_VERSION = 5

const tokensByLanguage = new Map<string, WordTokens>()

/** The remembering word analysis of a language's pack; one a thread. */
export function wordTokens(language: string): TokenOf {
  return tokensOfLanguage(language).of
}

/** As `wordTokens`, also for words at their place in a text. */
export function tokensOfLanguage(language: string): WordTokens {
  const known = tokensByLanguage.get(language)
  known?.relieve()
  if (known !== undefined) return known
  const created = createWordTokens(packFor(language))
  tokensByLanguage.set(language, created)
  return created
}

/** SHA-256 (32 bytes) of what is searched of an article: what tells whether its index entry is still right. */
export function hashInput(input: SearchableText): Uint8Array {
  const fields = [input.language, input.title, input.standfirst, input.byline, input.body]
  return new Uint8Array(hash('sha256', JSON.stringify(fields), 'buffer'))
}

/** Texts analysed so far in this thread, by whichever analyser, as they share the tokens. */
let textsSeen = 0

interface Sink {
  readonly tokens: WordTokens
  readonly text: number
  /** Each word of the text once, those apart that no text of this thread had. */
  readonly fresh: IndexToken[]
  readonly known: IndexToken[]
  readonly checksum: TokensChecksum
}

const writer = createTokenWriter()

function analyseColumn(text: string, column: number, sink: Sink): string {
  const normal = normalize(text)
  writer.start()
  const word = (token: IndexToken): void => {
    sink.checksum.add(token, column, writer.count())
    writer.add(token.stem)
    if (token.lastSeen === 0) sink.fresh.push(token)
    else if (token.lastSeen !== sink.text) sink.known.push(token)
    token.lastSeen = sink.text
    if (token.elided !== null) word(token.elided)
  }
  scanStretches(normal, {
    word: (start, end, source, hash) => {
      const token = sink.tokens.at(source, start, end, hash)
      if (token !== null) word(token)
    },
    run: (start, end) => {
      for (const bigram of bigramsOf(normal.slice(start, end))) {
        sink.checksum.add(hashOfBigram(bigram), column, writer.count())
        writer.add(bigram)
      }
    },
  })
  return writer.text()
}

/** Fresh ones first: they are probably all that the index does not know, and it reads no further than it must. */
function joinForms({ fresh, known }: Sink): WordForms {
  const words = [...fresh, ...known]
  const hashes = new Uint32Array(2 * words.length)
  words.forEach(({ formHigh, formLow }, at) => {
    hashes[2 * at] = formHigh
    hashes[2 * at + 1] = formLow
  })
  return { joined: words.map(({ surface }) => surface).join(FORM_SEPARATOR), hashes }
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
