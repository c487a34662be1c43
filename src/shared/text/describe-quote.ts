import type { TextQuote } from '../model/annotation.ts'
import { splitsSurrogatePair } from './surrogate-pair.ts'

/** UTF-16 code units of prefix and suffix, as Hypothesis and the W3C model's examples use. */
const CONTEXT_LENGTH = 32

/**
 * The quote selector of a range of a text: the passage and up to 32 UTF-16 code units on either side. The context is
 * one unit shorter where 32 would cut a surrogate pair. Start and end must lie in the text, start not after end.
 */
export function describeQuote(text: string, start: number, end: number): TextQuote {
  const from = Math.max(0, start - CONTEXT_LENGTH)
  const to = Math.min(text.length, end + CONTEXT_LENGTH)
  return {
    exact: text.slice(start, end),
    prefix: text.slice(splitsSurrogatePair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsSurrogatePair(text, to) ? to - 1 : to),
  }
}
