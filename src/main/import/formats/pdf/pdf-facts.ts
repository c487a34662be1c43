import { Failure } from '../../../../shared/app-error.ts'
import type { Draft } from '../../draft.ts'
import { readXml } from '../../xml/read-xml.ts'
import { statedFacts } from '../stated-facts.ts'

/** What a PDF says of itself: the entries of its information dictionary, and its XMP packet or null. */
export interface PdfStatements {
  readonly info: Readonly<Record<string, unknown>>
  readonly xmp: string | null
}

/** Titles that programs give: names of files, of templates, of nothing. */
const NO_TITLE =
  /^(?:untitled|unbenannt|sans titre|document\d*|title|slide \d+|microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|pdf|dvi|indd|qxd|tex|pptx?|xlsx?|rtf|odt|pages|html?))$/i

/** Facts of a PDF: XMP before the older dictionary; of several dates that of publication before that of the file. */
export async function pdfFacts({ info, xmp }: PdfStatements): Promise<Pick<Draft, 'facts' | 'notes'>> {
  const packet = xmp === null ? new Map<string, readonly string[]>() : await readXmp(xmp)
  const first = (...names: readonly string[]): string | null =>
    names.flatMap((name) => packet.get(name) ?? []).find((text) => text !== '') ?? null
  const title = [first('title'), textOf(info['Title'])].find((text) => text !== null && !NO_TITLE.test(text)) ?? null
  const authors = packet.get('creator')?.filter((text) => text !== '') ?? []
  const language = first('language') ?? textOf(info['Language'])
  return statedFacts({
    title,
    byline: authors.length > 0 ? authors.join(', ') : textOf(info['Author']),
    publication: first('publicationName'),
    published:
      first('publicationDate', 'coverDate', 'date') ?? dayOf(textOf(info['CreationDate'])) ?? first('CreateDate'),
    language: language !== null && /^[a-z]{2}(?:[-_]|$)/i.test(language) ? language : null,
  })
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
  return text === '' ? null : text
}

/** `D:20200825…` as the day: when a file was made is not known to the second. */
function dayOf(date: string | null): string | null {
  const [, year = '', month, day] = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/.exec(date ?? '') ?? []
  return year === '' ? null : [year, month, day].filter((part) => part !== undefined).join('-')
}

/** Values in an XMP packet by their local name; lists give one each. */
async function readXmp(xmp: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const values = new Map<string, readonly string[]>()
  const names: string[] = []
  const add = (name: string, text: string): void => {
    const value = text.replace(/\s+/g, ' ').trim()
    if (value !== '') values.set(name, [...(values.get(name) ?? []), value])
  }
  try {
    let text = ''
    for await (const event of readXml(once(new TextEncoder().encode(xmp)), { path: 'XMP' })) {
      if (event.kind === 'text') text += event.text
      else if (event.kind === 'open') {
        text = ''
        names.push(event.element.local)
        if (event.element.local === 'Description') {
          for (const [name, value] of event.element.attributes) add(name.replace(/^.*:/, ''), value)
        }
      } else {
        const name = names.pop()
        const owner = name === 'li' ? names.at(-2) : name
        if (owner !== undefined) add(owner, text)
        text = ''
      }
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
  return values
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
