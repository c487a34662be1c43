import type { DraftHighlight } from '../../archive/prepared-article.ts'
import type { DraftContent } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { cutNames } from '../json/json-fields.ts'
import { csvColumns } from '../tables/read-csv.ts'
import { aHighlight } from './saved/a-highlight.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { NOTHING_SAVED } from './saved/saved-item.ts'
import { readRows, type TableRow } from './saved/table-format.ts'

/**
 * Readwise's CSV of highlights. It states no address: what belongs to one title and author is one item, which joins the
 * article of that name when the archive has it.
 */
export const readwiseHighlights: ImportFormat = {
  id: 'readwise-highlights',
  confidence: ({ head }) => {
    const columns = csvColumns(head)
    return ['highlight', 'book title', 'book author'].every((column) => columns.includes(column)) ? 'certain' : 'no'
  },
  read,
  restoreContent: (): DraftContent => ({ kind: 'none' }),
}

interface Work {
  readonly title: string | null
  readonly author: string | null
  readonly tags: Set<string>
  readonly highlights: DraftHighlight[]
}

async function* read(source: ImportSource): AsyncGenerator<DraftOrFailure> {
  const works = new Map<string, Work>()
  for await (const { ok, ...rest } of readRows(source)) {
    if (!ok || 'failure' in rest) {
      if ('failure' in rest) yield rest.failure
      continue
    }
    const title = rest.row.get('book title')
    const author = rest.row.get('book author')
    const key = JSON.stringify([title, author])
    const work = works.get(key) ?? { title, author, tags: new Set(), highlights: [] }
    work.highlights.push(...highlightOf(rest.row))
    for (const tag of cutNames(rest.row.get('document tags'), ',')) work.tags.add(tag)
    works.set(key, work)
  }
  for (const [key, work] of works) yield draftOf(source, key, work)
}

function draftOf(source: ImportSource, key: string, { title, author, tags, highlights }: Work): DraftOrFailure {
  const bytes = new TextEncoder().encode(JSON.stringify({ title, author, tags: [...tags], highlights }))
  const item = { ...NOTHING_SAVED, id: key, title, author, tags: [...tags], highlights }
  const made = draftOfSaved(item, {
    format: readwiseHighlights.id,
    service: 'readwise',
    path: `${source.path}#${title ?? 'untitled'}`,
    fileName: source.fileName,
    original: { bytes, mediaType: 'application/json' },
    position: null,
  })
  return made.ok && title !== null ? { ...made, draft: { ...made.draft, joins: { title, author } } } : made
}

/** Tags that begin with a dot are Readwise's own: `.favorite`. */
function highlightOf(row: TableRow): readonly DraftHighlight[] {
  return aHighlight({
    quote: row.get('highlight'),
    note: row.get('note'),
    color: row.get('color'),
    tags: cutNames(row.get('tags'), ',').map((tag) => tag.replace(/^\.(?=.)/, '')),
    created: row.get('highlighted at'),
  })
}
