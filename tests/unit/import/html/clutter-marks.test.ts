import { describe, expect, it } from 'vitest'
import { clutterKind, isHiddenBox } from '../../../../src/main/import/html/clutter-marks.ts'

describe('clutterKind', () => {
  it.each([
    'related-articles',
    'cookie-banner',
    'ArticleRelatedLinks related-links',
    'sidebar',
    'newsletter_box',
    'widget widget_text',
    'tag-politics world-comentarios',
  ])('knows %j whatever it holds', (marks) => {
    expect(clutterKind(marks)).toBe('long')
  })

  it.each(['comments', 'commentList', 'comments-12', 'article_footer_comments', 'disqus_thread'])(
    'knows the comments of readers by %j',
    (marks) => {
      expect(clutterKind(marks)).toBe('comments')
    },
  )

  it('leaves a part of a page builder to what it holds', () => {
    expect(clutterKind('widget quote')).toBe('linked')
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

describe('isHiddenBox', () => {
  it.each(['hidden', 'slide is-hidden', 'd-none'])('is %j', (classes) => {
    expect(isHiddenBox(classes)).toBe(true)
  })

  it.each(['hidden md:block', 'd-none d-lg-flex', 'overflow-hidden', ''])('is not %j', (classes) => {
    expect(isHiddenBox(classes)).toBe(false)
  })
})
