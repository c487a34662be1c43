import type { Survey } from '../survey.ts'
import { lineOf } from '../walk.ts'
import { addressClaims } from './address.ts'
import { jsonLdClaims } from './json-ld.ts'
import { type MergedFacts, mergeClaims } from './merge.ts'
import { metaTagClaims } from './meta-tags.ts'
import { microdataClaims } from './microdata.ts'
import { openGraphClaims } from './open-graph.ts'
import { visibleClaims } from './visible.ts'

/** Everything the page states about its article, weighed. Call it before anything is removed from the document. */
export function findFacts(survey: Survey): MergedFacts {
  const language = survey.language
  const h1 = survey.headings.filter(({ tagName }) => tagName === 'H1')
  const headings = [...h1, ...survey.headings.filter(({ tagName }) => tagName === 'H2')]
  return mergeClaims(
    {
      jsonLd: jsonLdClaims(survey.jsonLd),
      openGraph: openGraphClaims(survey),
      metaTags: metaTagClaims(survey),
      microdata: microdataClaims(survey),
      visible: visibleClaims(survey, language),
      titleTag: survey.titleTag === '' ? {} : { title: [survey.titleTag] },
      heading: { title: h1.map(lineOf) },
      address: addressClaims(survey.url ?? survey.links.find(({ rel }) => rel === 'canonical')?.href ?? null),
    },
    {
      headlines: h1.map(lineOf).filter((text) => text !== ''),
      headings: headings.map(lineOf).filter((text) => text !== ''),
      languageTag: language,
      url: addressOf(survey),
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
