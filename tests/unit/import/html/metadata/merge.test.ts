import { describe, expect, it } from 'vitest'
import type { Claims, ClaimsBySource } from '../../../../../src/main/import/html/metadata/claims.ts'
import { mergeClaims } from '../../../../../src/main/import/html/metadata/merge.ts'

const NONE: ClaimsBySource = {
  jsonLd: {},
  openGraph: {},
  metaTags: {},
  microdata: {},
  visible: {},
  card: {},
  titleTag: {},
  heading: {},
  address: {},
}

function merge(claims: Partial<Record<keyof ClaimsBySource, Claims>>, headlines: readonly string[] = []) {
  return mergeClaims({ ...NONE, ...claims }, { headings: headlines, headlines, languageTag: null, url: null }).facts
}

describe('mergeClaims', () => {
  it('believes the headline that readers see over one written for search engines', () => {
    const facts = merge({ openGraph: { title: ['Storm closes harbour: what you need to know'] } }, [
      'Menu',
      'Storm closes harbour',
    ])
    expect(facts.title).toBe('Storm closes harbour')
  })

  it('takes the stated title when the page shows kicker and headline as one', () => {
    expect(merge({ jsonLd: { title: ['Storm closes harbour'] } }, ['Weather Storm closes harbour']).title).toBe(
      'Storm closes harbour',
    )
  })

  it('leaves a kicker out that the page writes in front of its headline only where it states its title', () => {
    const claims = { openGraph: { title: ['Genetics: The secret of giant flowers'] } }
    const headings = ['Genetics: The secret of the Rafflesia', 'The secret of giant flowers']
    expect(merge(claims, headings).title).toBe('The secret of giant flowers')
  })

  it('takes the heading of a section for no headline, where the page shows all of its title', () => {
    const claims = { openGraph: { title: ['Python: How to read files'] } }
    expect(merge(claims, ['Python: How to read files', 'How to read files']).title).toBe('Python: How to read files')
  })

  it('is not misled by a headline that names the site', () => {
    const claims = { openGraph: { title: ['Storm closes harbour'], publication: ['The Daily Gull'] } }
    expect(merge(claims, ['The Daily Gull']).title).toBe('Storm closes harbour')
  })

  it('goes on to the next source when the first says nothing plausible', () => {
    const facts = merge({
      jsonLd: { author: ['admin'], published: ['1970-01-01T00:00:00Z'] },
      metaTags: { author: ['Ann Example'] },
      address: { published: ['2022-06-24'] },
    })
    expect(facts).toMatchObject({ byline: 'Ann Example', published: '2022-06-24' })
  })

  it('names the publication as author only when nobody else is named', () => {
    const claims = { jsonLd: { author: ['The Daily Gull'] }, openGraph: { publication: ['The Daily Gull'] } }
    expect(merge(claims).byline).toBe('The Daily Gull')
    expect(merge({ ...claims, visible: { author: ['By Ann Example'] } }).byline).toBe('Ann Example')
  })

  it('says null where nothing is stated, never today', () => {
    expect(merge({})).toEqual({
      title: null,
      standfirst: null,
      byline: null,
      publication: null,
      section: null,
      published: null,
      language: null,
      contributors: [],
    })
  })
})
