import { readBibtex, type BibtexEntry } from './citations/bibtex-entries.ts'
import { NO_CITATION, type Citation } from './citations/citation.ts'
import { doiIn, namePutRight, webAddress } from './citations/draft-of-citation.ts'
import { latexText, splitNames } from './citations/latex-text.ts'
import { bibliographyFormat } from './citations/read-bibliography.ts'
import { lookText } from './look-text.ts'

/** Bibliographies in BibTeX and BibLaTeX. */
export const bibtex = bibliographyFormat({
  id: 'bibtex',
  mediaType: 'application/x-bibtex',
  confidence: ({ fileName, head }) => {
    // Blanks without limit, one run of them behind another, take seconds over a file of blanks.
    const isEntry = /^\s{0,20}@\s{0,20}[a-z]{3,30}\s{0,20}[{(]\s{0,20}[^\s,={}]{0,200}\s{0,20}[,=]/im.test(
      lookText(head),
    )
    if (!isEntry) return 'no'
    return /\.bib(?:tex)?$/i.test(fileName ?? '') || /^(?:\s|%[^\n]*\n)*@\s*\w+\s*[{(]/.test(lookText(head))
      ? 'certain'
      : 'no'
  },
  parse,
})

function* parse(text: string): Generator<{ citation: Citation; text: string; broken: string | null }> {
  for (const entry of readBibtex(text)) {
    const broken = entry.isBroken ? 'a brace or quotation mark of the entry is never closed' : null
    yield { citation: citationOf(entry), text: entry.text, broken }
  }
}

function citationOf({ key, fields }: BibtexEntry): Citation {
  const raw = (...names: readonly string[]): string | null =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? null
  const text = (...names: readonly string[]): string | null => {
    const value = raw(...names)
    const plain = value === null ? '' : latexText(value)
    return plain === '' ? null : plain
  }
  const subtitle = text('subtitle')
  const title = text('title', 'booktitle', 'maintitle')
  return {
    ...NO_CITATION,
    id: key === '' ? null : key,
    title: title !== null && subtitle !== null ? `${title}: ${subtitle}` : title,
    authors: splitNames(raw('author', 'editor', 'organization') ?? '').map(nameOf),
    container: text('journaltitle', 'journal', 'booktitle', 'publisher', 'institution', 'school', 'howpublished'),
    published: dateOf(text('date'), text('year'), text('month'), text('day')),
    url: webAddress(addressOf(raw('url', 'howpublished', 'note'))),
    doi: doiIn(raw('doi')?.replaceAll('\\_', '_') ?? null),
    language: text('langid', 'language'),
    abstract: text('abstract'),
    keywords:
      text('keywords', 'keyword')
        ?.split(/\s*[,;]\s*/)
        .filter((word) => word !== '') ?? [],
    notes: [text('annote', 'annotation')].filter((note) => note !== null),
    accessed: text('urldate'),
  }
}

/** An address has no commands in it but escaped signs. */
function addressOf(value: string | null): string | null {
  return value?.replace(/\\url\s*\{([^{}]*)\}/g, ' $1 ').replace(/\\([&%$#_~])/g, '$1') ?? null
}

/** A name in braces of its own is one that is not to be turned round: an institution's. */
function nameOf(name: string): string {
  return /^\{[^{}]*\}$/.test(name) ? latexText(name) : namePutRight(latexText(name))
}

function dateOf(date: string | null, year: string | null, month: string | null, day: string | null): string | null {
  if (date !== null) return date.split('/')[0]?.replace(/[~?%]$/, '') ?? null
  if (year === null || !/^\d{4}$/.test(year)) return year
  if (month === null) return year
  if (!/^\d{1,2}$/.test(month)) return `${day ?? ''} ${month} ${year}`.trim()
  return [year, month.padStart(2, '0'), ...(day === null ? [] : [day.padStart(2, '0')])].join('-')
}
