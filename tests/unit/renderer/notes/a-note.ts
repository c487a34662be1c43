import type { Annotation } from '../../../../src/shared/model/annotation.ts'
import type { AnnotationUid, ArticleUid, Instant } from '../../../../src/shared/model/identity.ts'
import type { NoteArticle, NoteRow } from '../../../../src/shared/model/note-list.ts'

const NOW = '2024-03-02T07:52:00.000Z' as Instant

/** An article of the ledger, named by a word. */
export function aNoteArticle(name: string, change: Partial<NoteArticle> = {}): NoteArticle {
  return {
    uid: name as ArticleUid,
    title: `The ${name}`,
    label: null,
    byline: 'Maren Lindqvist',
    publication: 'Firn & Field',
    published: '2023-05-14',
    language: 'en',
    direction: 'ltr',
    foreEdge: { read: 0.5, flags: [] },
    notes: 1,
    shown: 1,
    ...change,
  }
}

/** A highlight of an article. */
export function aNoteRow(article: string, name: string, change: Partial<Annotation> = {}): NoteRow {
  const annotation: Annotation = {
    uid: name as AnnotationUid,
    article: article as ArticleUid,
    quote: { exact: `quote of ${name}`, prefix: '', suffix: '' },
    color: 'yellow',
    note: null,
    tags: [],
    created: NOW,
    changed: NOW,
    anchors: [],
    ...change,
  }
  return { annotation, article: article as ArticleUid, group: article, heading: null, backLinks: [], start: 0 }
}
