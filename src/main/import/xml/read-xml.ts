import { SaxesParser, type SaxesTagNS } from 'saxes'
import { appError, Failure } from '../../../shared/app-error.ts'
import { MAX_ITEM_BYTES } from '../limits.ts'
import { decodeXml } from './decode-xml.ts'

/** What is met in an XML document, in its order. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly element: XmlElement }
  /** Text or a CDATA section, entities resolved; one text may come in several events. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close'; readonly element: Pick<XmlElement, 'name' | 'local' | 'uri'> }

/** An element as its start tag says. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string
  readonly local: string
  /** Namespace; empty for none. */
  readonly uri: string
  /** Attributes by name as written. */
  readonly attributes: ReadonlyMap<string, string>
}

/** What a reader may wish. */
export interface XmlOptions {
  readonly path: string
  /** Named entities besides the five of XML, such as `nbsp`. Those that a document declares itself are never read. */
  readonly entities?: Readonly<Record<string, string>>
}

/** Elements inside one another. */
const DEEPEST = 1000

/**
 * Reads XML piece by piece, whatever its size. Nothing outside the document is loaded and no entity it declares is
 * expanded, so that one cannot grow while it is read.
 *
 * @throws Failure `import/malformed`, `import/too-deep`, `import/too-large` (a single text or tag); the system's error when reading breaks off.
 */
export async function* readXml(stream: AsyncIterable<Uint8Array>, options: XmlOptions): AsyncGenerator<XmlEvent> {
  const events: XmlEvent[] = []
  const parser = createParser(events, options)
  let silent = 0
  for await (const text of decodeXml(stream)) {
    const problem = problemOf(() => parser.write(text))
    if (problem !== null) {
      // What stands before the place that is broken was read.
      yield* events.splice(0)
      throw problem
    }
    silent = events.length > 0 ? 0 : silent + text.length
    if (silent > MAX_ITEM_BYTES * 1.5) {
      throw new Failure(appError('import/too-large', { path: options.path, size: silent, limit: MAX_ITEM_BYTES }))
    }
    yield* events.splice(0)
  }
  parser.close()
  yield* events.splice(0)
}

function problemOf(write: () => unknown): Failure | null {
  try {
    write()
    return null
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

function createParser(events: XmlEvent[], { path, entities }: XmlOptions): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true, position: true })
  let depth = 0
  Object.assign(parser.ENTITIES, entities)
  parser.on('opentag', (tag) => {
    depth++
    if (depth > DEEPEST) throw new Failure(appError('import/too-deep', { path, limit: DEEPEST }))
    events.push({ kind: 'open', element: elementOf(tag) })
  })
  parser.on('closetag', ({ name, local, uri }) => {
    depth--
    events.push({ kind: 'close', element: { name, local, uri } })
  })
  parser.on('text', (text) => events.push({ kind: 'text', text }))
  parser.on('cdata', (text) => events.push({ kind: 'text', text }))
  parser.on('error', ({ message }) => {
    throw new Failure(appError('import/malformed', { path, reason: `its XML is broken (${message})` }))
  })
  return parser
}

function elementOf({ name, local, uri, attributes }: SaxesTagNS): XmlElement {
  return {
    name,
    local,
    uri,
    attributes: new Map(Object.values(attributes).map((attribute) => [attribute.name, attribute.value])),
  }
}
