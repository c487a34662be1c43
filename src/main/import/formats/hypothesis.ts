import type { JsonObject } from '../../../shared/json.ts'
import { isJsonObject } from '../../../shared/json.ts'
import type { DraftHighlight } from '../../archive/prepared-article.ts'
import type { DraftContent } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { cutNames, listField, namesField, objectsField, textField } from '../json/json-fields.ts'
import { lookAtJson } from '../json/json-look.ts'
import { csvColumns } from '../tables/read-csv.ts'
import { aHighlight } from './saved/a-highlight.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { readObjects } from './saved/json-format.ts'
import { NOTHING_SAVED } from './saved/saved-item.ts'
import { readRows, type TableRow } from './saved/table-format.ts'

const NAMES = { format: 'hypothesis', service: 'hypothesis' } as const

/**
 * Annotations of Hypothesis, in JSON or as a table. All on one page are one item, which joins the article of that address
 * or waits for it as a link. Only quotes are taken: positions count in the live page, which is not our text.
 */
export const hypothesis: ImportFormat = {
  id: NAMES.format,
  confidence: (look) => {
    const json = lookAtJson(look)
    if (json?.root === 'object' && json.names.has('annotations') && json.names.has('export_date')) return 'certain'
    const columns = csvColumns(look.head)
    return ['url', 'quote/description', 'comment'].every((column) => columns.includes(column)) ? 'certain' : 'no'
  },
  read,
  restoreContent: (): DraftContent => ({ kind: 'none' }),
}

interface Page {
  title: string | null
  readonly highlights: DraftHighlight[]
}

async function* read(source: ImportSource): AsyncGenerator<DraftOrFailure> {
  const pages = new Map<string, Page>()
  const add = (address: string, title: string | null, highlights: readonly DraftHighlight[]): void => {
    const page = pages.get(address) ?? { title, highlights: [] }
    page.title ??= title
    page.highlights.push(...highlights)
    pages.set(address, page)
  }
  const head = await source.head()
  const isJson = head.ok && lookAtJson({ fileName: source.fileName, head: head.value }) !== null
  if (isJson) {
    for await (const one of readObjects(source, 'annotations')) {
      if (!one.ok) yield one.failure
      else add(textField(one.entry, 'uri') ?? '', titleOf(one.entry), highlightOf(one.entry))
    }
  } else {
    for await (const one of readRows(source)) {
      if (!one.ok) yield one.failure
      else add(one.row.get('url') ?? '', one.row.get('page', 'title'), highlightOfRow(one.row))
    }
  }
  for (const [address, page] of pages) yield draftOf(source, address, page)
}

function draftOf(source: ImportSource, url: string, { title, highlights }: Page): DraftOrFailure {
  const bytes = new TextEncoder().encode(JSON.stringify({ url, title, highlights }))
  const original = { bytes, mediaType: 'application/json' }
  const path = `${source.path}#${url}`
  return draftOfSaved(
    { ...NOTHING_SAVED, url, title, highlights },
    { ...NAMES, path, original, fileName: source.fileName, position: null },
  )
}

function titleOf(annotation: JsonObject): string | null {
  const { document } = annotation
  const [title] = isJsonObject(document) ? listField(document, 'title') : []
  return typeof title === 'string' && title.trim() !== '' ? title : null
}

/** A note on the page has no selector, and neither has a reply, which stays a note. */
function highlightOf(annotation: JsonObject): readonly DraftHighlight[] {
  const selectors = objectsField(annotation, 'target').flatMap((target) => objectsField(target, 'selector'))
  const quote = selectors.find((selector) => textField(selector, 'type') === 'TextQuoteSelector')
  return aHighlight({
    quote: quote === undefined ? null : textField(quote, 'exact'),
    prefix: contextOf(quote, 'prefix'),
    suffix: contextOf(quote, 'suffix'),
    note: textField(annotation, 'text'),
    tags: namesField(annotation, 'tags'),
    created: textField(annotation, 'created'),
  })
}

/** Context is part of the text: its blanks count. */
function contextOf(selector: JsonObject | undefined, name: 'prefix' | 'suffix'): string {
  const value = selector?.[name]
  return typeof value === 'string' ? value.toWellFormed() : ''
}

function highlightOfRow(row: TableRow): readonly DraftHighlight[] {
  return aHighlight({
    quote: row.get('quote/description'),
    note: row.get('comment'),
    tags: cutNames(row.get('tags'), ','),
    created: row.get('created at'),
  })
}
