import { composeArticle } from './compose-article.ts'
import type { CorpusArticle } from './corpus-article.ts'
import type { CorpusOptions } from './corpus-options.ts'

/** The articles of a corpus, one at a time: never more than one in memory. */
export function* generateCorpus(options: CorpusOptions): Generator<CorpusArticle, void, undefined> {
  for (let number = 0; number < options.articles; number += 1) yield composeArticle(options, number).article
}
