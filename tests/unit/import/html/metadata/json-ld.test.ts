import { describe, expect, it } from 'vitest'
import { jsonLdClaims } from '../../../../../src/main/import/html/metadata/json-ld.ts'

describe('jsonLdClaims', () => {
  it('follows references inside a graph', () => {
    const block = `{"@graph":[{"@type":"Article","headline":"Storm","author":{"@id":"#ann"},"publisher":{"@id":"#gull"}},
      {"@type":"Person","@id":"#ann","name":"Ann Example"},{"@type":"Organization","@id":"#gull","name":"The Daily Gull"}]}`
    expect(jsonLdClaims([block])).toMatchObject({
      title: ['Storm'],
      author: ['Ann Example'],
      publication: ['The Daily Gull'],
    })
  })

  it('prefers the article to videos and events on the same page', () => {
    const block =
      '[{"@type":"VideoObject","name":"Waves"},{"@type":["NewsArticle"],"headline":"Storm","author":["Ann","Bo"]}]'
    expect(jsonLdClaims([block])).toMatchObject({ title: ['Storm'], author: ['Ann', 'Bo'] })
  })

  it.each([
    ['a trailing comma', '{"@type":"NewsArticle","headline":"Storm & sea",}'],
    ['a raw newline in a string', '{"@type":"NewsArticle","headline":"Storm\n& sea"}'],
    ['entities', '{"@type":"NewsArticle","headline":"Storm &amp; sea"}'],
    ['escaped quotes', '{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Storm & sea&quot;}'],
    ['a CDATA section', '<![CDATA[{"@type":"NewsArticle","headline":"Storm & sea"}]]>'],
    ['a comment around it', '<!-- {"@type":"NewsArticle","headline":"Storm & sea"} -->'],
  ])('reads a block with %s', (_name, block) => {
    expect(jsonLdClaims([block]).title?.[0]?.replace(/\s+/g, ' ')).toBe('Storm & sea')
  })

  it('skips what cannot be read and what is nested without end', () => {
    const nested = `${'{"@graph":['.repeat(50)}{"@type":"Article","headline":"Deep"}${']}'.repeat(50)}`
    expect(jsonLdClaims(['{"@type":', 'null', '42', '"text"', nested]).title).toEqual([])
  })

  it('takes no headline from a page that is no article', () => {
    const claims = jsonLdClaims(['{"@type":"WebPage","name":"Coast","datePublished":"2022-06-24"}'])
    expect(claims).toMatchObject({ title: [], published: ['2022-06-24'] })
  })
})
