import type { ComposerTranslation } from 'vue-i18n'
import type { Facet, FacetName, FacetValue } from '../../../shared/model/search-facets.ts'
import { inSentence } from '../../composables/in-sentence.ts'
import { languageName } from '../../composables/language-name.ts'

/** A facet's value as people read it: names as they are, languages and states in words. */
export function facetWords(
  facet: FacetName,
  { value }: Pick<FacetValue, 'value'>,
  { t, locale }: { readonly t: ComposerTranslation; readonly locale: string },
): string {
  if (facet === 'language') return languageName(value, locale) ?? value
  if (facet === 'tag') return `#${value}`
  if (facet === 'collection') return value.replaceAll('/', ' / ')
  if (facet === 'state') return inSentence(t(`search.value.is-${value}`))
  if (facet === 'notes') return inSentence(t(`search.value.has-${value}`))
  return value
}

/** How many of the results have no value of a facet, in words; null when each has one. */
export function withoutWords(
  { name, without }: Pick<Facet, 'name' | 'without'>,
  t: ComposerTranslation,
  n: (value: number) => string,
): string | null {
  return without === 0 || name === 'state' ? null : t(`search.facets.without.${name}`, { n: n(without) }, without)
}
