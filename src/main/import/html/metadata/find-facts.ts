import type { Survey } from '../survey.ts'
import { addressClaims } from './address.ts'
import { headlineText, isHomeLink } from './headline-text.ts'
import { jsonLdClaims } from './json-ld.ts'
import { type MergedFacts, mergeClaims } from './merge.ts'
import { metaTagClaims } from './meta-tags.ts'
import { microdataClaims } from './microdata.ts'
import { cardClaims, openGraphClaims } from './open-graph.ts'
import { visibleClaims } from './visible.ts'

/** Everything the page states about its article, weighed. Call it before anything is removed from the document. */
export function findFacts(survey: Survey): MergedFacts {
  const language = survey.language
  const url = addressOf(survey)
  const own = survey.headings.filter((heading) => !isHomeLink(heading, url))
  const h1 = own.filter(({ tagName }) => tagName === 'H1')
  const headlines = h1.map(headlineText).filter((text) => text !== '')
  const others = own.filter(({ tagName }) => tagName !== 'H1').map(headlineText)
  return mergeClaims(
    {
      jsonLd: jsonLdClaims(survey.jsonLd),
      openGraph: openGraphClaims(survey),
      metaTags: metaTagClaims(survey),
      microdata: microdataClaims(survey),
      visible: visibleClaims(survey, language),
      card: cardClaims(survey),
      titleTag: survey.titleTag === '' ? {} : { title: [survey.titleTag] },
      heading: { title: headlines },
      address: addressClaims(survey.url ?? survey.links.find(({ rel }) => rel === 'canonical')?.href ?? null),
    },
    {
      headlines,
      headings: [...headlines, ...others.filter((text) => text !== '')],
      languageTag: language,
      url,
    },
  )
}

function addressOf(survey: Survey): string | null {
  return (
    survey.url ??
    survey.links.find(({ rel }) => rel === 'canonical')?.href ??
    survey.metas.find(({ name }) => name === 'og:url')?.value ??
    null
  )
}
