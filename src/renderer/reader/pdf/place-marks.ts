import { anchorQuote } from '../../../shared/text/anchor-quote.ts'
import { describeQuote } from '../../../shared/text/describe-quote.ts'
import { prepareText } from '../../../shared/text/prepare-text.ts'
import type { TextRange } from '../../../shared/text/text-range.ts'
import type { Mark } from '../mark.ts'

/** A mark with its place in another text than the article's. */
export interface PlacedMark extends TextRange {
  readonly mark: Mark
}

/**
 * Says where passages of one text stand in another: of the article's text in the words of its PDF, and back. The two
 * differ in white space, in hyphens at the ends of lines and in what the import left out, so it goes by the quote.
 */
export interface TextBridge {
  readonly toPdf: (marks: readonly Mark[]) => readonly PlacedMark[]
  /** Null for no passage, and for one that is not in the PDF. */
  readonly rangeInPdf: (range: TextRange | null) => TextRange | null
  readonly toArticle: (range: TextRange) => TextRange | null
}

/** Both texts are prepared once. */
export function createTextBridge(article: string, pdf: string): TextBridge {
  const [inArticle, inPdf] = [prepareText(article), prepareText(pdf)]
  const hint = ({ start, end }: TextRange, from: string, to: string) => {
    // The same share of the way through: what tells apart words that stand several times.
    const share = to.length / Math.max(1, from.length)
    return { start: Math.round(start * share), end: Math.round(end * share), textLength: to.length }
  }
  function rangeInPdf(range: TextRange | null): TextRange | null {
    if (range === null) return null
    const quote = describeQuote(article, range.start, range.end)
    const found = anchorQuote({ text: inPdf, quote, hint: hint(range, article, pdf) })
    if (found === null || !sameLetters(pdf.slice(found.start, found.end), quote.exact)) return null
    return { start: found.start, end: found.end }
  }

  return {
    rangeInPdf,
    toPdf: (marks) =>
      marks.flatMap((mark) => {
        const place = rangeInPdf(mark)
        return place === null ? [] : [{ mark, ...place }]
      }),
    toArticle: (range) => {
      const quote = describeQuote(pdf, range.start, range.end)
      const found = anchorQuote({ text: inArticle, quote, hint: hint(range, pdf, article) })
      if (found === null || !sameLetters(article.slice(found.start, found.end), quote.exact)) return null
      return { start: found.start, end: found.end }
    },
  }
}

/**
 * One text is made from the other, so what was pointed at has the very same letters, but for hyphens and spaces at the
 * ends of lines: a passage that is only alike is another passage.
 */
function sameLetters(one: string, other: string): boolean {
  const lettersOf = (text: string): string =>
    text
      .normalize('NFKC')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase()
  return lettersOf(one) === lettersOf(other)
}
