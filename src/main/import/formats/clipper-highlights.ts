import type { JsonObject } from '../../../shared/json.ts'
import type { DraftHighlight } from '../../archive/prepared-article.ts'
import { isJsonObject } from '../../../shared/json.ts'
import { decodeEntities } from '../html/metadata/decode-entities.ts'
import { parsePage } from '../html/parse-page.ts'
import { listField, namesField, objectsField, textField } from '../json/json-fields.ts'
import { aHighlight } from './saved/a-highlight.ts'
import { jsonFormat } from './saved/json-format.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'

/** Highlights of Obsidian's web clipper in JSON; older files have no `data`, which holds the exact words and context. */
export const clipperHighlights = jsonFormat({
  id: 'clipper-highlights',
  service: 'obsidian-clipper',
  isOwn: ({ root, names }) =>
    root === 'list' && ['url', 'highlights', 'text'].every((name) => names.has(name)) && !names.has('document'),
  member: '',
  itemOf,
})

function itemOf(entry: JsonObject): SavedItem {
  const exact = objectsField(entry, 'data').filter((one) => textField(one, 'type') !== 'fragment')
  const short = objectsField(entry, 'highlights')
  return {
    ...NOTHING_SAVED,
    url: textField(entry, 'url'),
    title: textField(entry, 'title'),
    highlights: exact.length > 0 ? exact.flatMap(exactHighlight) : short.flatMap(shortHighlight),
  }
}

function exactHighlight(data: JsonObject): readonly DraftHighlight[] {
  const { textQuote } = data
  const context = (name: string): string => {
    const value = isJsonObject(textQuote) ? textQuote[name] : undefined
    return typeof value === 'string' ? value.toWellFormed() : ''
  }
  return aHighlight({
    quote: plainText(textField(data, 'content') ?? ''),
    prefix: context('prefix'),
    suffix: context('suffix'),
    note: notesOf(data),
    created: textField(data, 'id'),
  })
}

function shortHighlight(highlight: JsonObject): readonly DraftHighlight[] {
  return aHighlight({
    quote: plainText(textField(highlight, 'text') ?? ''),
    note: notesOf(highlight),
    created: textField(highlight, 'timestamp'),
  })
}

function notesOf(highlight: JsonObject): string | null {
  const notes =
    listField(highlight, 'notes').length > 0
      ? namesField(highlight, 'notes').join('\n\n')
      : textField(highlight, 'notes')
  return notes === '' ? null : notes
}

function plainText(html: string): string | null {
  if (!html.includes('<')) return decodeEntities(html)
  const page = parsePage(html)
  return page.ok ? page.value.body.textContent : null
}
