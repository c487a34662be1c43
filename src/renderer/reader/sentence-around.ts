import type { TextRange } from '../../shared/text/text-range.ts'

/**
 * The range extended to whole sentences, by the rules of the language (`Intl.Segmenter`), without the white space after the
 * last. A line break ends a sentence: the text has one after every block. The language may be unknown.
 */
export function sentenceAround(text: string, range: TextRange, language: string | null): TextRange {
  const from = text.lastIndexOf('\n', Math.max(0, range.start - 1)) + 1
  const lineStart = range.start === 0 ? 0 : Math.min(from, range.start)
  const next = text.indexOf('\n', Math.max(range.end - 1, lineStart))
  const lineEnd = next < 0 ? text.length : Math.max(next, range.end)
  const segmenter = new Intl.Segmenter(supported(language), { granularity: 'sentence' })
  // An empty range means the character after it.
  const last = Math.max(range.end, range.start + 1)
  let start = range.start
  let end = range.end
  for (const { segment, index } of segmenter.segment(text.slice(lineStart, lineEnd))) {
    const segmentStart = lineStart + index
    const segmentEnd = segmentStart + segment.length
    if (segmentStart <= range.start && range.start < segmentEnd) start = segmentStart
    if (segmentStart < last && last <= segmentEnd) end = Math.max(end, segmentStart + segment.trimEnd().length)
  }
  return { start, end }
}

/* A language tag that the runtime cannot read is an error there; a page may say anything. */
function supported(language: string | null): string | undefined {
  if (language === null) return undefined
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0]
  } catch {
    return undefined
  }
}
