import type { NoteListAnswer, NoteListRequest } from '../../shared/model/note-list.ts'
import type { Result } from '../../shared/result.ts'
import { splitNoteQuery } from '../../shared/query/split-note-query.ts'
import type { ArticleSearch } from './ports/article-index.ts'
import type { Attempt } from './ports/attempt.ts'
import type { Browsing } from './ports/browsing.ts'

/** One page of notes whose words and whose article are as a query says. Words for titles are no query: signs mean nothing there. */
export function findNotes(
  ports: {
    readonly attempt: Attempt
    readonly browsing: Pick<Browsing, 'notes'>
    readonly search: Pick<ArticleSearch, 'choose'>
  },
  request: NoteListRequest,
): Result<NoteListAnswer> {
  const { words, articles } =
    request.titles === true
      ? { words: request.text.split(/\s+/).filter((word) => word !== ''), articles: '' }
      : splitNoteQuery(request.text)
  return ports.attempt(() => {
    const within = articles === '' ? null : new Set(ports.search.choose(articles))
    return ports.browsing.notes(request, { words, articles: within })
  })
}
