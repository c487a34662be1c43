import type { DraftContent } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { readError } from '../sources/read-error.ts'
import { readXml } from '../xml/read-xml.ts'
import { lookText } from './look-text.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { failureAt } from './saved/table-format.ts'

const NAMES = { format: 'opml', service: 'opml' } as const

/**
 * Outlines (OPML 1 and 2, http://opml.org/spec2.opml): every one that has an address is a link, those above it are its
 * collections. Of a feed the site is taken, else the feed itself; nothing is fetched.
 */
export const opml: ImportFormat = {
  id: NAMES.format,
  confidence: ({ head }) =>
    /^\s*(?:<\?xml[^>]{0,500}>\s*)?(?:<!--(?:(?!-->)[^]){0,2000}-->\s*)*<opml[\s>]/i.test(lookText(head))
      ? 'certain'
      : 'no',
  read,
  restoreContent: (): DraftContent => ({ kind: 'none' }),
}

type Attributes = ReadonlyMap<string, string>

async function* read(source: ImportSource): AsyncGenerator<DraftOrFailure> {
  /** Titles of the outlines that are open; null for one that is a link itself. */
  const open: (string | null)[] = []
  let number = 0
  try {
    for await (const event of readXml(source.stream(), { path: source.path })) {
      if (event.kind === 'text' || !/^outline$/i.test(localName(event))) continue
      if (event.kind === 'close') {
        open.pop()
        continue
      }
      const item = itemOf(event.element.attributes, open)
      open.push(item === null ? titleOf(event.element.attributes) : null)
      if (item === null) continue
      const path = `${source.path}#${String(++number)}`
      const stated = JSON.stringify(Object.fromEntries(event.element.attributes))
      const original = { bytes: new TextEncoder().encode(stated), mediaType: 'application/json' }
      yield draftOfSaved(item, { ...NAMES, path, fileName: source.fileName, original, position: null })
    }
  } catch (error) {
    yield failureAt(source.path, readError(source.path, error))
  }
}

function localName({ element }: { readonly element: { readonly local: string } }): string {
  return element.local
}

function itemOf(attributes: Attributes, open: readonly (string | null)[]): SavedItem | null {
  const url = addressOf(attributes)
  if (url === null) return null
  const way = open.filter((title) => title !== null)
  const title = titleOf(attributes)
  return {
    ...NOTHING_SAVED,
    url,
    title: title === url ? null : title,
    description: field(attributes, 'description'),
    language: field(attributes, 'language'),
    added: instantOf(field(attributes, 'created')),
    tags: (field(attributes, 'category') ?? '')
      .split(/[,/]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    collections: way.length === 0 ? [] : [way],
    unknown: { xmlUrl: field(attributes, 'xmlUrl') === url ? null : field(attributes, 'xmlUrl') },
  }
}

/** The specification wants days as mail writes them (RFC 822). */
function instantOf(day: string | null): string | null {
  const parsed = day === null || !/^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} /i.test(day) ? NaN : Date.parse(day)
  return Number.isNaN(parsed) ? day : new Date(parsed).toISOString()
}

function addressOf(attributes: Attributes): string | null {
  const stated = ['htmlUrl', 'url', 'xmlUrl', 'link'].map((name) => field(attributes, name))
  return stated.find((url) => url !== null && /^https?:\/\//i.test(url)) ?? null
}

function titleOf(attributes: Attributes): string | null {
  return field(attributes, 'title') ?? field(attributes, 'text')
}

/** Programs write `htmlUrl`, `htmlurl` and `HTMLURL`. */
function field(attributes: Attributes, name: string): string | null {
  const exact = attributes.get(name)
  const found = exact ?? [...attributes].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
  const text = found?.trim() ?? ''
  return text === '' ? null : text
}
