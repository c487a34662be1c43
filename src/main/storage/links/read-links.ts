import type { Database } from 'better-sqlite3'
import type { HighlightColor } from '../../../shared/model/annotation.ts'
import type { AnnotationUid, ArticleUid } from '../../../shared/model/identity.ts'
import type { ArticleLinks, BackLink, LinkedArticle, OutgoingLink } from '../../../shared/model/note-link.ts'
import { noteLinks, withoutLinkAddresses } from '../../../shared/text/note-links.ts'
import { createFindPlace, LINKED_COLUMNS, LINKED_FROM } from './find-place.ts'

interface BackLinkRow extends LinkedArticle {
  readonly from: AnnotationUid
  readonly quote: string | null
  readonly color: HighlightColor | null
  readonly note: string
  readonly to: AnnotationUid | null
}

/** Several links from one note to one place are one back-link. */
const BACK_LINKS = `SELECT DISTINCT n.id, n.uid AS "from", n.quote, n.color, n.note, k.target_annotation AS "to",
    ${LINKED_COLUMNS}
  FROM note_link k JOIN annotation n ON n.id = k.annotation JOIN article a ON a.id = n.article ${LINKED_FROM}
  WHERE k.target_article = ? AND a.trashed_at IS NULL ORDER BY n.id`

/** Reads the notes that link to an article or to an annotation of it, by the index of links. */
export function createReadBackLinks(database: Database): (article: ArticleUid) => readonly BackLink[] {
  const select = database.prepare<[ArticleUid], BackLinkRow>(BACK_LINKS)
  return (article) =>
    select.all(article).map(({ from, quote, color, note, to, uid, title, label, language, direction }) => ({
      from,
      article: { uid, title, label, language, direction },
      quote,
      color,
      note: withoutLinkAddresses(note),
      to,
    }))
}

/** Reads the links of an article's notes and the notes that link to it. */
export function createReadLinks(database: Database): (article: ArticleUid) => ArticleLinks {
  const linking = database.prepare<[ArticleUid], { readonly uid: AnnotationUid; readonly note: string }>(
    `SELECT n.uid, n.note FROM annotation n JOIN article a ON a.id = n.article
     WHERE a.uid = ? AND n.id IN (SELECT annotation FROM note_link) ORDER BY n.id`,
  )
  const findPlace = createFindPlace(database)
  const readBackLinks = createReadBackLinks(database)
  return (article) => ({
    links: linking
      .all(article)
      .flatMap(({ uid, note }) =>
        noteLinks(note).map(({ to, words }): OutgoingLink => ({ from: uid, to, words, place: findPlace(to) })),
      ),
    backLinks: readBackLinks(article),
  })
}
