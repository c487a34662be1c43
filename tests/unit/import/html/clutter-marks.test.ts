import { describe, expect, it } from 'vitest'
import { clutterKind } from '../../../../src/main/import/html/clutter-marks.ts'

describe('clutterKind', () => {
  it.each([
    'related-articles',
    'comments',
    'cookie-banner',
    'ArticleRelatedLinks related-links',
    'sidebar',
    'newsletter_box',
    'commentList',
  ])('knows %j whatever it holds', (marks) => {
    expect(clutterKind(marks)).toBe('long')
  })

  it.each(['share-bar', 'social-media', 'ad', 'post-tags', 'entry-meta', 'breadcrumb', 'shareButtons share'])(
    'knows %j when it is short',
    (marks) => {
      expect(clutterKind(marks)).toBe('short')
    },
  )

  it.each([
    'entry-content',
    'article-body',
    'post-content with-sidebar',
    'no-sidebar',
    'header-image',
    'shadow',
    'download',
    'commentary',
    '',
  ])('leaves %j alone', (marks) => {
    expect(clutterKind(marks)).toBeNull()
  })
})
