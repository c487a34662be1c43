import type { AnchorMatch, AnchorRequest } from './anchor-request.ts'
import type { TextQuote } from '../model/annotation.ts'
import { SPEAKS_FOR_ITSELF } from './choose-place.ts'
import { findCandidates } from './find-candidates.ts'
import { foldQuote } from './fold-quote.ts'
import { foldText } from './fold-text.ts'
import { judgeCandidates } from './judge-candidates.ts'
import { LEAST_TOLD, type MatchedPlace } from './matched-place.ts'
import type { PreparedText } from './prepare-text.ts'
import { quotePattern } from './quote-pattern.ts'
import { isTaken } from './quote-origin.ts'
import type { TextRange } from './text-range.ts'

/** How sure a place must be where nothing is known but the quote. */
const SURE = 0.5
/** The same where the comparison of both texts says that the passage is gone from its place: only nearly all of it, elsewhere. */
const SURE_THOUGH_GONE = 0.85
/** Trust in a fuzzy place beside one to the letter. */
const FUZZY_WORTH = 0.9

/**
 * Step 5: the place whose words are most like the quote's, in order, with its context and not far from where it stood,
 * when a model of real revisions believes it.
 */
export function anchorByWords(request: AnchorRequest): AnchorMatch | null {
  const { text, quote, origin } = request
  const pattern = quotePattern(quote, text.words())
  if (pattern === undefined) return null
  const judged = judgeCandidates(request, pattern, findCandidates(request, pattern))
  if (judged === undefined || judged.certainty < (origin === undefined ? SURE : SURE_THOUGH_GONE)) return null
  const { fromWord, toWord, start, end, told } = judged.place
  if (told < LEAST_TOLD || (origin !== undefined && isTaken(origin, fromWord, toWord))) return null
  if (isTooLittle(quote, judged.place) || !mayStandThere(text, quote, { start, end })) return null
  return { start, end, strategy: 'fuzzy', score: judged.certainty * FUZZY_WORTH }
}

/** A word or two may stand anywhere: half of its context on one side must be beside it. */
function isTooLittle({ exact }: TextQuote, { before, after, gapBefore, gapAfter }: MatchedPlace): boolean {
  const stands = (share: number, gap: number): boolean => share >= 0.5 && gap === 0
  return exact.trim().length < SPEAKS_FOR_ITSELF && !stands(before, gapBefore) && !stands(after, gapAfter)
}

/** Where the very words stand somewhere, the step before could not tell which; other words are no answer then. */
function mayStandThere(text: PreparedText, quote: TextQuote, place: TextRange): boolean {
  const { exact } = foldQuote(quote)
  const folded = text.folded()
  return !folded.text.includes(exact) || foldText(text.text.slice(place.start, place.end)).text === exact
}
