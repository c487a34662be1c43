import type { AnalysedArticle } from '../../src/main/archive/ports/analyse.ts'

/** What was analysed, with its word forms in one order: theirs means nothing. */
export function formsApart(article: AnalysedArticle | null): unknown {
  if (article === null) return null
  const { forms, ...analysed } = article
  const { joined, hashes } = forms
  const pairs = joined.split('\0').map((form, at) => [form, hashes[2 * at], hashes[2 * at + 1]])
  return { ...analysed, forms: pairs.sort() }
}
