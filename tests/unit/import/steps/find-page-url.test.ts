import { describe, expect, test } from 'vitest'
import { findPageUrl } from '../../../../src/main/import/steps/find-page-url.ts'
import { countProcessorTime } from '../../../support/processor-time.ts'

describe('the URL of a saved page', () => {
  test.each([
    [
      'a canonical link',
      '<link rel="canonical" href="https://example.org/a?x=1&amp;y=2">',
      'https://example.org/a?x=1&y=2',
    ],
    ['unquoted attributes in any order', '<LINK href=https://example.org/a rel=canonical>', 'https://example.org/a'],
    ['og:url', '<meta content="https://example.org/a" property="og:url">', 'https://example.org/a'],
    ['a browser’s comment', '<!-- saved from url=(0021)https://example.org/a -->', 'https://example.org/a'],
    [
      'SingleFile’s comment before a canonical link',
      '<html><!--\n Page saved with SingleFile \n url: https://example.org/saved \n saved date: x\n--><link rel=canonical href=https://example.org/c>',
      'https://example.org/saved',
    ],
    [
      'og:url when the canonical link is the front page',
      '<link rel="canonical" href="https://example.org/"><meta property="og:url" content="https://example.org/a">',
      'https://example.org/a',
    ],
  ])('is found in %s', (_, html, expected) => {
    expect(findPageUrl(html)).toBe(expected)
  })

  test.each([
    '<link rel="canonical" href="/a">',
    '<link rel=canonical href="javascript:x">',
    '<p>https://example.org',
    '',
  ])('is not made up from %s', (html) => {
    expect(findPageUrl(html)).toBeNull()
  })

  test('tags that never end cost little', () => {
    const timed = countProcessorTime()
    expect(findPageUrl('<link '.repeat(300_000))).toBeNull()
    expect(timed()).toBeLessThan(5000)
  })
})
