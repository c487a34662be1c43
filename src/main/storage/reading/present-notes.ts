import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid } from '../../../shared/model/identity.ts'
import type { NoteArticle, NoteListAnswer, NoteRow } from '../../../shared/model/note-list.ts'
import { headingAt } from '../../../shared/text/headings-of.ts'
import { createReadBackLinks } from '../links/read-links.ts'
import { createForeEdgesOf } from './fore-edges-of.ts'
import type { NoteLine } from './group-notes.ts'
import type { ListedNote } from './listed-note.ts'
import { createReadAnnotations } from './read-annotations.ts'
import { createReadHeadings } from './read-headings.ts'

interface ArticleHead extends Omit<NoteArticle, 'foreEdge' | 'notes' | 'shown' | 'direction'> {
  readonly article: ArticleId
  readonly direction: NoteArticle['direction'] | null
}

/** Makes the rows of a page, and the headings of its groups; `notes` are all there are, `shown` those that fit. */
export type PresentNotes = (
  page: readonly NoteLine[],
  counted: { readonly notes: readonly ListedNote[]; readonly shown: readonly ListedNote[] },
) => Pick<NoteListAnswer, 'rows' | 'articles'>

/** Reads what a page of notes shows; texts of the page's articles with placed highlights only. */
export function createPresentNotes(database: Database): PresentNotes {
  const heads = database.prepare<[string], ArticleHead>(
    `SELECT l.article, a.uid, l.title, l.label, l.byline, l.publication, l.published, l.language, r.direction
     FROM article_listing l JOIN article a ON a.id = l.article LEFT JOIN version v ON v.id = a.current_version
     LEFT JOIN rendition r ON r.id = v.current_rendition WHERE l.article IN (SELECT value FROM json_each(?))`,
  )
  const readAnnotations = createReadAnnotations(database)
  const foreEdgesOf = createForeEdgesOf(database)
  const readHeadings = createReadHeadings(database)
  const readBackLinks = createReadBackLinks(database)
  return (page, { notes, shown }) => {
    const ids = [...new Set(page.map(({ note }) => note.article))]
    const listed = new Map(heads.all(JSON.stringify(ids)).map((row) => [row.article, row]))
    const edges = foreEdgesOf(ids)
    const [all, fitting] = [countByArticle(notes), countByArticle(shown)]
    const articles = ids.flatMap((id) => {
      const head = listed.get(id)
      if (head === undefined) return []
      const counts = { notes: all.get(id) ?? 0, shown: fitting.get(id) ?? 0 }
      return [{ ...factsOf(head), foreEdge: edges.get(id) ?? { read: 0, flags: [] }, ...counts }]
    })
    return { articles, rows: toRows(page, { readAnnotations, readHeadings, readBackLinks }) }
  }
}

function factsOf(head: ArticleHead): Omit<NoteArticle, 'foreEdge' | 'notes' | 'shown'> {
  const { uid, title, label, byline, publication, published, language, direction } = head
  return { uid, title, label, byline, publication, published, language, direction: direction ?? 'ltr' }
}

function countByArticle(notes: readonly ListedNote[]): ReadonlyMap<ArticleId, number> {
  const counts = new Map<ArticleId, number>()
  for (const { article } of notes) counts.set(article, (counts.get(article) ?? 0) + 1)
  return counts
}

interface Readers {
  readonly readAnnotations: ReturnType<typeof createReadAnnotations>
  readonly readHeadings: ReturnType<typeof createReadHeadings>
  readonly readBackLinks: ReturnType<typeof createReadBackLinks>
}

function toRows(
  page: readonly NoteLine[],
  { readAnnotations, readHeadings, readBackLinks }: Readers,
): readonly NoteRow[] {
  const annotations = readAnnotations({ ids: page.map(({ note }) => note.id) })
  const byUid = new Map(annotations.map((one) => [one.id, one.annotation]))
  const headingsOfArticle = onceEach(readHeadings)
  const backLinksOfArticle = onceEach(readBackLinks)
  return page.flatMap(({ note: { id, articleUid, start }, group }) => {
    const annotation = byUid.get(id)
    if (annotation === undefined) return []
    const heading = start === null ? null : (headingAt(headingsOfArticle(articleUid), start)?.text ?? null)
    const backLinks = backLinksOfArticle(articleUid).filter(({ to }) => to === annotation.uid)
    return [{ annotation, article: articleUid, group, heading, start, backLinks }]
  })
}

/** Reads of each article once, however many of its notes are on the page. */
function onceEach<Read>(read: (uid: ArticleUid) => Read): (uid: ArticleUid) => Read {
  const known = new Map<ArticleUid, Read>()
  return (uid) => {
    const found = known.get(uid) ?? read(uid)
    known.set(uid, found)
    return found
  }
}
