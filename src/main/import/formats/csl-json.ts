import { isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts'
import { NO_CITATION, type Citation } from './citations/citation.ts'
import { doiIn, webAddress } from './citations/draft-of-citation.ts'
import { bibliographyFormat } from './citations/read-bibliography.ts'
import { lookText } from './look-text.ts'

/** Bibliographies in CSL-JSON, as Zotero and pandoc write them: a list of items, or one. */
export const cslJson = bibliographyFormat({
  id: 'csl-json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  confidence: ({ head }) => {
    const start = lookText(head)
    const isCsl = /"(?:issued|container-title|citation-key|author|DOI|publisher-place)"\s*:/.test(start)
    const hasType =
      /"type"\s*:\s*"(?:article|article-journal|article-magazine|article-newspaper|bill|book|chapter|dataset|entry[\w-]*|figure|graphic|interview|legal_case|legislation|manuscript|map|motion_picture|pamphlet|paper-conference|patent|personal_communication|post|post-weblog|report|review|review-book|song|speech|thesis|treaty|webpage)"/.test(
        start,
      )
    return /^\s*(?:\[\s*)?\{/.test(start) && isCsl && hasType ? 'certain' : 'no'
  },
  parse,
})

function* parse(text: string): Generator<{ citation: Citation; text: string }> {
  let value: Json
  try {
    value = JSON.parse(text.replace(/^\ufeff/, '')) as Json
  } catch {
    return
  }
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value]
  for (const item of list) if (isJsonObject(item)) yield { citation: citationOf(item), text: JSON.stringify(item) }
}

function citationOf(item: JsonObject): Citation {
  const text = (name: string): string | null => textOf(item[name])
  const authors = namesOf(item['author'])
  return {
    ...NO_CITATION,
    id: text('citation-key') ?? text('id'),
    title: text('title'),
    authors: authors.length > 0 ? authors : namesOf(item['editor']),
    container: text('container-title') ?? text('publisher'),
    published: dateOf(item['issued']),
    url: webAddress(text('URL')),
    doi: doiIn(text('DOI')),
    language: text('language'),
    abstract: text('abstract'),
    keywords:
      text('keyword')
        ?.split(/\s*[,;]\s*/)
        .filter((word) => word !== '') ?? [],
    notes: [text('note'), text('annote')].filter((note) => note !== null),
    accessed: dateOf(item['accessed']),
  }
}

function textOf(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value)
  const text = Array.isArray(value) ? (value as readonly Json[])[0] : value
  return typeof text === 'string' && text.trim() !== ''
    ? text.replace(/<\/?(?:i|b|sup|sub|span|sc)\b[^<>]*>/gi, '').trim()
    : null
}

function namesOf(value: Json | undefined): readonly string[] {
  if (!Array.isArray(value)) return []
  return (value as readonly Json[]).filter(isJsonObject).flatMap((name) => {
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map((part) =>
      textOf(name[part]),
    )
    const whole = textOf(name['literal']) ?? parts.filter((part) => part !== null).join(' ')
    return whole === '' ? [] : [whole]
  })
}

/** `date-parts` (numbers, or numbers as text), else what is written. */
function dateOf(value: Json | undefined): string | null {
  if (!isJsonObject(value)) return textOf(value)
  const { 'date-parts': parts } = value
  const first: Json | undefined = Array.isArray(parts) ? (parts as readonly Json[])[0] : undefined
  if (Array.isArray(first) && first.length > 0) {
    const numbers = (first as readonly Json[])
      .map((part) => Number(part))
      .filter((part) => Number.isInteger(part) && part > 0)
    if (numbers.length > 0)
      return numbers.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
  }
  return textOf(value['literal']) ?? textOf(value['raw'])
}
