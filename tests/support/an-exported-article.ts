import type { Annotation } from '../../src/shared/model/annotation.ts'
import type { Article } from '../../src/shared/model/article.ts'
import type { AnnotationUid, PartialDate, ReaderHtml, Uid } from '../../src/shared/model/identity.ts'
import { aUid, TEST_NOW } from './an-article.ts'

/** An article whole, as exports read it; HTML and dates may be given as plain texts. */
export function aWholeArticle(
  changes: Partial<Omit<Article, 'html' | 'published'>> & { html?: string; published?: string | null } = {},
): Article {
  const { html = '<article>\n<p>A sentence.</p>\n</article>', published = null, ...rest } = changes
  return {
    uid: aUid(),
    sourceId: null,
    url: null,
    added: TEST_NOW,
    state: 'unread',
    starred: false,
    trashed: null,
    tags: [],
    collections: [],
    versions: [],
    annotations: [],
    title: 'A title',
    label: null,
    standfirst: null,
    byline: null,
    publication: null,
    section: null,
    language: 'en',
    contributors: [],
    text: 'A sentence.',
    parts: [],
    words: 2,
    direction: 'ltr',
    captions: [],
    asides: [],
    leadImage: null,
    position: { stopped: null, furthest: null },
    ...rest,
    html: html as ReaderHtml,
    published: published as PartialDate | null,
  }
}

/** An annotation placed at `start`; null = an orphan, or without a quote a note on the article. */
export function anAnnotation(start: number | null, changes: Partial<Annotation> & { exact?: string } = {}): Annotation {
  const { exact = 'a passage', ...rest } = changes
  const end = start === null ? null : start + exact.length
  const status = start === null ? ('orphan' as const) : ('placed' as const)
  return {
    uid: aUid() as Uid as AnnotationUid,
    article: aUid(),
    quote: { exact, prefix: '', suffix: '' },
    color: 'yellow',
    note: null,
    tags: [],
    created: TEST_NOW,
    changed: TEST_NOW,
    anchors: [{ version: 1, rendition: 1, start, end, strategy: 'quote', score: 1, status }],
    ...rest,
  }
}
