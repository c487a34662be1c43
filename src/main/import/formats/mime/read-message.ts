import { parseParameters } from './content-type.ts'
import { decodeBody } from './decode-body.ts'
import { headerOf, readHeaders, type MimeHeaders } from './read-headers.ts'

/** A message or one part of it. */
export interface MimePart {
  readonly headers: MimeHeaders
  /** Lower case; `text/plain` when nothing is said. */
  readonly mediaType: string
  readonly parameters: ReadonlyMap<string, string>
  /** The parts of a multipart, in order; empty for any other. */
  readonly parts: readonly MimePart[]
  /** The decoded body; empty for a multipart that has parts. */
  readonly bytes: () => Uint8Array
}

/** Parts of one message at most; more is an attack. */
const MOST_PARTS = 20_000
/** Multiparts inside one another. */
const DEEPEST = 20

/**
 * Reads a MIME message (RFC 2045–2047) from its bytes as Latin-1. Takes what real files hold: no boundary named, a
 * boundary that never comes, an end that is missing, folded and broken headers. Never fails.
 */
export function readMessage(text: string): MimePart {
  const budget = { parts: MOST_PARTS }
  return readPart({ text, start: 0, end: text.length, depth: 0, budget })
}

interface PartPlace {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly depth: number
  readonly budget: { parts: number }
}

function readPart({ text, start, end, depth, budget }: PartPlace): MimePart {
  const { headers, bodyStart } = readHeaders(text, start, end)
  const type = headerOf(headers, 'content-type') ?? 'text/plain'
  const { value: mediaType, parameters } = parseParameters(type)
  const isMultipart = mediaType.startsWith('multipart/') && depth < DEEPEST
  const parts = isMultipart
    ? placesOf(text, { start: bodyStart, end }, parameters.get('boundary') ?? null)
        .slice(0, budget.parts)
        .map((place) => readPart({ text, ...place, depth: depth + 1, budget: take(budget) }))
    : []
  const encoding = headerOf(headers, 'content-transfer-encoding')
  return {
    headers,
    mediaType,
    parameters,
    parts,
    bytes: () => (parts.length > 0 ? new Uint8Array() : decodeBody(text.slice(bodyStart, end), encoding)),
  }
}

function take(budget: { parts: number }): { parts: number } {
  budget.parts = Math.max(0, budget.parts - 1)
  return budget
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Where the parts of a multipart stand. */
function placesOf(text: string, body: Place, stated: string | null): readonly Place[] {
  const boundary = stated ?? guessBoundary(text, body)
  const places = boundary === null || boundary === '' ? [] : between(text, body, boundary)
  if (places.length > 0) return places
  // No boundary line at all: what begins with headers is the one part.
  const start = body.start + (/^\s*/.exec(text.slice(body.start, body.start + 1000))?.[0].length ?? 0)
  return /^content-[\w-]+:/i.test(text.slice(start, start + 40)) ? [{ start, end: body.end }] : []
}

/** The first line that could be a boundary: dashes and a name, with a header on the next line. */
function guessBoundary(text: string, body: Place): string | null {
  const start = text.slice(body.start, Math.min(body.end, body.start + 4_000))
  return /(?:^|\n)--([^\s][^\r\n]{0,200})\r?\ncontent-[\w-]+:/i.exec(start)?.[1] ?? null
}

function between(text: string, body: Place, boundary: string): readonly Place[] {
  const mark = `--${boundary}`
  const places: Place[] = []
  // Searched by itself: in the whole text a boundary that never comes would be looked for up to its end, part by part.
  const own = text.slice(body.start, body.end)
  let partStart = -1
  for (let found = own.indexOf(mark); found >= 0; found = own.indexOf(mark, found + mark.length)) {
    if (found > 0 && own[found - 1] !== '\n') continue
    const feedFound = own.indexOf('\n', found)
    const rest = own.slice(found + mark.length, feedFound < 0 ? undefined : feedFound).trimEnd()
    if (rest !== '' && rest !== '--') continue
    const at = body.start + found
    const feed = feedFound < 0 ? -1 : body.start + feedFound
    if (partStart >= 0) places.push({ start: partStart, end: withoutLineEnd(text, partStart, at) })
    partStart = rest === '--' || feed < 0 ? -1 : feed + 1
    if (rest === '--') break
  }
  // The file ended before the last boundary: what there is of the part is kept.
  if (partStart >= 0 && partStart < body.end) places.push({ start: partStart, end: body.end })
  return places
}

/** The line end before a boundary belongs to the boundary. */
function withoutLineEnd(text: string, start: number, at: number): number {
  const end = text[at - 2] === '\r' ? at - 2 : at - 1
  return Math.max(start, end)
}

/** The parts of a message that are no multipart themselves, in order; of a simple message the message. */
export function partsOf(part: MimePart): readonly MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(partsOf)
}
