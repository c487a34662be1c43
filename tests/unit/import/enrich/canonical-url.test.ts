import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl } from '../../../../src/main/import/enrich/canonical-url.ts'

describe('The canonical URL', () => {
  it.each([
    ['HTTPS://Example.ORG/Path', 'https://example.org/Path'],
    ['http://example.org:80/a', 'http://example.org/a'],
    ['https://example.org:8443/a', 'https://example.org:8443/a'],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/a#part', 'https://example.org/a'],
    ['https://example.org/a?utm_source=x&id=3&UTM_medium=y&fbclid=z', 'https://example.org/a?id=3'],
    ['https://example.org/a?gclid=1', 'https://example.org/a'],
    ['https://example.org/a?', 'https://example.org/a'],
    ['https://example.org/a?b=%20+c&&a=1', 'https://example.org/a?b=%20+c&a=1'],
    ['https://example.org/a?q=utm_source', 'https://example.org/a?q=utm_source'],
    ['https://user:secret@example.org/a', 'https://example.org/a'],
    ['https://müller.example/ä', 'https://xn--mller-kva.example/%C3%A4'],
    ['  https://example.org/a\n', 'https://example.org/a'],
  ])('of %j is %j', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical)
  })

  it.each(['', 'example.org', '/a', 'mailto:a@example.org', 'file:///a', 'javascript:1', 'https://'])(
    'of %j is none',
    (url) => {
      expect(canonicalUrl(url)).toBe(null)
    },
  )

  it('is its own canonical URL', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const canonical = canonicalUrl(url)
        expect(canonical).not.toBe(null)
        expect(canonicalUrl(canonical ?? '')).toBe(canonical)
      }),
    )
  })
})
