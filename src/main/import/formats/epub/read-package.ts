import { Failure } from '../../../../shared/app-error.ts'
import { readXml } from '../../xml/read-xml.ts'

/** An item of the manifest. */
export interface PackageItem {
  readonly id: string
  /** Path inside the book, from its root. */
  readonly path: string
  readonly mediaType: string
  readonly properties: readonly string[]
  readonly fallback: string | null
}

/** A creator or contributor, with the role that the book gives (`aut`, `trl` …; MARC relators) or null. */
export interface PackagePerson {
  readonly name: string
  readonly role: string | null
}

/** What a package document (OPF 2 and 3) says of its book. */
export interface BookPackage {
  readonly title: string | null
  readonly subtitle: string | null
  readonly creators: readonly PackagePerson[]
  readonly contributors: readonly PackagePerson[]
  readonly language: string | null
  readonly publisher: string | null
  readonly date: string | null
  readonly source: string | null
  readonly subjects: readonly string[]
  readonly items: ReadonlyMap<string, PackageItem>
  /** Ids of items in reading order. */
  readonly spine: readonly string[]
  /** Id of the table of contents of EPUB 2, or null. */
  readonly ncx: string | null
  /** Id of the cover picture as EPUB 2 names it, or null. */
  readonly cover: string | null
  /** Contents of Calibre's `<meta name="calibre:annotation">`. */
  readonly annotations: readonly string[]
}

interface Statement {
  readonly name: string
  readonly text: string
  readonly attributes: ReadonlyMap<string, string>
}

/**
 * Reads a package document; `folder` is where it lies, with `/` at its end. Broken XML gives what was read before it breaks.
 */
export async function readPackage(bytes: Uint8Array, folder: string): Promise<BookPackage> {
  const statements: Statement[] = []
  const open: { attributes: ReadonlyMap<string, string>; text: string; local: string }[] = []
  try {
    for await (const event of readXml(once(bytes), { path: folder, entities: {} })) {
      const top = open.at(-1)
      if (event.kind === 'text') {
        if (top !== undefined) top.text += event.text
      } else if (event.kind === 'open') {
        open.push({ attributes: event.element.attributes, text: '', local: event.element.local })
      } else {
        const closed = open.pop()
        if (closed !== undefined) {
          statements.push({ name: closed.local, text: oneLine(closed.text), attributes: closed.attributes })
        }
      }
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
  return packageOf(statements, folder)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

function packageOf(statements: readonly Statement[], folder: string): BookPackage {
  const named = (name: string): readonly Statement[] => statements.filter((one) => one.name === name)
  const texts = (name: string): readonly string[] =>
    named(name)
      .map(({ text }) => text)
      .filter((text) => text !== '')
  const metas = named('meta')
  const { title, subtitle } = titlesOf(named('title'), metas)
  return {
    title,
    subtitle,
    creators: peopleOf(named('creator'), metas),
    contributors: peopleOf(named('contributor'), metas),
    language: texts('language')[0] ?? null,
    publisher: texts('publisher')[0] ?? null,
    date: dateOf(named('date')),
    source: texts('source')[0] ?? null,
    subjects: texts('subject'),
    items: new Map(named('item').flatMap((one) => itemOf(one, folder))),
    spine: named('itemref').flatMap(({ attributes }) => attributes.get('idref') ?? []),
    ncx: named('spine')[0]?.attributes.get('toc') ?? null,
    cover: metas.find(({ attributes }) => attributes.get('name') === 'cover')?.attributes.get('content') ?? null,
    annotations: metas
      .filter(({ attributes }) => attributes.get('name') === 'calibre:annotation')
      .flatMap(({ attributes }) => attributes.get('content') ?? []),
  }
}

/** What EPUB 3 says of another statement by its id (`refines`). */
function refined(metas: readonly Statement[], of: Statement, property: string): string | null {
  const id = of.attributes.get('id')
  if (id === undefined) return null
  const found = metas.find(
    ({ attributes }) => attributes.get('refines') === `#${id}` && attributes.get('property') === property,
  )
  return found === undefined || found.text === '' ? null : found.text
}

function titlesOf(
  titles: readonly Statement[],
  metas: readonly Statement[],
): { readonly title: string | null; readonly subtitle: string | null } {
  const stated = titles.filter(({ text }) => text !== '')
  const typed = (type: string): Statement | undefined =>
    stated.find((title) => refined(metas, title, 'title-type') === type)
  const main = typed('main') ?? stated.find((title) => refined(metas, title, 'title-type') === null) ?? stated[0]
  return { title: main?.text ?? null, subtitle: typed('subtitle')?.text ?? null }
}

function peopleOf(people: readonly Statement[], metas: readonly Statement[]): readonly PackagePerson[] {
  return people
    .filter(({ text }) => text !== '')
    .map((person) => ({
      name: person.text,
      role: person.attributes.get('opf:role') ?? refined(metas, person, 'role'),
    }))
}

/** The day of publication; the one of a change is none. Calibre writes the year 101 for a day that it does not know. */
function dateOf(dates: readonly Statement[]): string | null {
  const stated = dates.filter(({ text }) => /^[12]\d{3}/.test(text))
  const published = stated.find(({ attributes }) => attributes.get('opf:event') === 'publication')
  return (published ?? stated.find(({ attributes }) => !attributes.has('opf:event')))?.text ?? null
}

function itemOf({ attributes }: Statement, folder: string): readonly (readonly [string, PackageItem])[] {
  const id = attributes.get('id')
  const href = attributes.get('href')
  if (id === undefined || href === undefined || /^[a-z][a-z\d+.-]*:/i.test(href)) return []
  const item: PackageItem = {
    id,
    path: pathFrom(folder, href),
    mediaType: (attributes.get('media-type') ?? '').trim().toLowerCase(),
    properties: (attributes.get('properties') ?? '').split(/\s+/).filter((one) => one !== ''),
    fallback: attributes.get('fallback') ?? null,
  }
  return [[id, item]]
}

/** The path that an address means inside a book, from the folder that names it; steps out of the book end at its root. */
export function pathFrom(folder: string, href: string): string {
  const plain = href.replace(/[?#].*$/s, '')
  let decoded = plain
  try {
    decoded = decodeURIComponent(plain)
  } catch {
    // A name with a percent sign of its own.
  }
  const steps: string[] = []
  for (const step of (decoded.startsWith('/') ? decoded : folder + decoded).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
