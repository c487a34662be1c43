import type { FacetValue } from '../../shared/model/search-facets.ts'
import { unquoted } from '../../shared/query/write-filter.ts'
import { bylineNames } from '../../shared/text/byline-names.ts'
import { wordTokens } from './analyse.ts'
import { createPhraseTest } from './phrase-test.ts'
import { plainText } from './plain-text.ts'
import { phraseTokens } from './query-tokens.ts'

/** What the facet of authors tells. */
interface AuthorValues {
  /** The people who are named most, most articles first. */
  readonly values: readonly FacetValue[]
  /** How many more people there are. */
  readonly others: number
}

/**
 * The people in bylines, at most `most` of them. A name, looked for word for word, finds every byline that holds it as a
 * phrase (`by:"Ann Lee"` also `Ann Lee and Bob Ray`), so those count with it: what is told is what a click finds.
 * `counts`: articles by byline.
 */
export function authorValues(counts: ReadonlyMap<string, number>, most: number): AuthorValues {
  const named = new Map<string, number>()
  for (const [byline, articles] of counts)
    for (const name of new Set(bylineNames(byline))) named.set(name, (named.get(name) ?? 0) + articles)
  const bylines = Array.from(counts, ([byline, articles]) => ({ byline, articles, plain: plainText(byline) }))
  const values = Array.from(named, ([value, articles]) => ({ value, articles }))
    .sort(mostFirst)
    .slice(0, most)
    .flatMap(({ value }): readonly FacetValue[] => {
      const phrase = phraseTokens(value, wordTokens('und'))
      const first = phrase.tokens[0]
      if (first === undefined) return []
      const holds = createPhraseTest(phrase)
      // Names of plain letters are compared only with bylines that hold their first word.
      const found = bylines.filter(({ byline, plain }) => plain?.includes(first) !== false && holds(byline))
      const articles = found.reduce((sum, one) => sum + one.articles, 0)
      return [{ value, articles, condition: `by:"${unquoted(value)}"` }]
    })
  return { values: values.sort(mostFirst), others: Math.max(0, named.size - most) }
}

/** The order of a facet's values: most articles first, equal ones by their name. */
export function mostFirst(one: Counted, other: Counted): number {
  return other.articles - one.articles || (one.value < other.value ? -1 : 1)
}

type Counted = Pick<FacetValue, 'value' | 'articles'>
