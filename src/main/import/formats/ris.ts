import { NO_CITATION, type Citation } from './citations/citation.ts'
import { doiIn, namePutRight, webAddress } from './citations/draft-of-citation.ts'
import { bibliographyFormat } from './citations/read-bibliography.ts'
import { lookText } from './look-text.ts'

/** Bibliographies in RIS, as publishers and EndNote, Mendeley, Zotero export them. */
export const ris = bibliographyFormat({
  id: 'ris',
  mediaType: 'application/x-research-info-systems',
  confidence: ({ head }) => (/^\s*TY {1,2}-/m.test(lookText(head).slice(0, 2000)) ? 'certain' : 'no'),
  parse,
})

/** A tag stands at the beginning of a line; programs pad it with one blank, two, or none at all at the end. */
const TAG = /^\s{0,3}([A-Z][A-Z\d]) {0,3}-(?: |$)(.*)$/

function* parse(text: string): Generator<{ citation: Citation; text: string }> {
  let open: { lines: string[]; fields: [tag: string, value: string][] } | null = null
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, tag, value = ''] = TAG.exec(line) ?? []
    if (tag === 'TY') {
      if (open !== null && open.fields.length > 1) yield finished(open)
      open = { lines: [], fields: [] }
    }
    if (open === null) continue
    open.lines.push(line)
    const last = open.fields.at(-1)
    if (tag !== undefined) open.fields.push([tag, value.trim()])
    // A long field goes on in lines of its own.
    else if (last !== undefined && line.trim() !== '')
      last[1] += `${/^(?:N1|N2|AB|KW)$/.test(last[0]) ? '\n' : ' '}${line.trim()}`
    if (tag === 'ER') {
      yield finished(open)
      open = null
    }
  }
  if (open !== null && open.fields.length > 1) yield finished(open)
}

function finished({ lines, fields }: { lines: readonly string[]; fields: readonly (readonly [string, string])[] }): {
  citation: Citation
  text: string
} {
  return { citation: citationOf(fields), text: lines.join('\n') }
}

function citationOf(fields: readonly (readonly [string, string])[]): Citation {
  const all = (...tags: readonly string[]): readonly string[] =>
    fields.filter(([tag, value]) => tags.includes(tag) && value !== '').map(([, value]) => value)
  const first = (...tags: readonly string[]): string | null => {
    for (const tag of tags) {
      const [value] = all(tag)
      if (value !== undefined) return value
    }
    return null
  }
  const type = first('TY') ?? ''
  // `BT` is the title of a whole book, and of the book that a chapter is in.
  const isWhole = /^(?:BOOK|EDBOOK|RPRT|THES|WEB|ELEC)$/.test(type)
  const authors = all('AU', 'A1')
  return {
    ...NO_CITATION,
    id: first('ID'),
    // A whole journal or a film has its name in the field for what others are part of.
    title: first('TI', 'T1', 'CT', ...(isWhole ? ['BT'] : [])) ?? first('JO', 'JF', 'T2'),
    authors: (authors.length > 0 ? authors : all('A2', 'ED')).map(namePutRight),
    container: first('JO', 'JF', 'T2', 'JA', 'J2', ...(isWhole ? ['PB'] : ['BT', 'T3'])),
    published: dateOf(first('DA', 'PY', 'Y1')),
    url: webAddress(first('UR') ?? first('L2')),
    doi: doiIn(first('DO')) ?? doiIn(first('UR')) ?? doiIn(first('M3')),
    language: first('LA'),
    abstract: first('AB', 'N2'),
    keywords: all('KW')
      .flatMap((value) => value.split(/\s*[;\n]\s*/))
      .filter((value) => value !== ''),
    notes: all('N1', 'RN'),
    accessed: dateOf(first('Y2')),
  }
}

/** `1996/05/03/morning` with parts left out. */
function dateOf(text: string | null): string | null {
  const [, year, month, day] = /^\s*(\d{4})(?:\/+(\d{1,2}))?(?:\/+(\d{1,2}))?/.exec(text ?? '') ?? []
  if (year === undefined) return text
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
  return parts.filter((part) => part !== undefined && part !== '').join('-')
}
