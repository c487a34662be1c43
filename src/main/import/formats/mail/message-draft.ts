import type { Draft, DraftContent, DraftFile } from '../../draft.ts'
import { pictureType } from '../../picture-type.ts'
import { sha256 } from '../../steps/sha256.ts'
import { decodeWords } from '../mime/decode-words.ts'
import { partsOf, readMessage, type MimePart } from '../mime/read-message.ts'
import { headerOf } from '../mime/read-headers.ts'
import { statedFacts } from '../stated-facts.ts'
import { NOTHING_STATED } from '../stated-draft.ts'

/** Where a message was found. */
export interface MessagePlace {
  readonly format: string
  readonly source: string
  readonly fileName: string | null
}

/** A message as a draft: its HTML, or else its plain text, with the pictures in it; null when it holds neither. */
export function messageDraft(bytes: Uint8Array, { format, source, fileName }: MessagePlace): Draft | null {
  const message = readMessage(latin1(bytes))
  const content = contentOfMessage(message)
  if (content === null) return null
  const { facts, notes } = statedFacts({
    title: textOf(message, 'subject'),
    byline: nameOf(textOf(message, 'from')),
    publication: null,
    published: headerOf(message.headers, 'date'),
    language: headerOf(message.headers, 'content-language'),
  })
  const id = headerOf(message.headers, 'message-id')?.replace(/^<(.*)>$/, '$1') ?? null
  return {
    ...NOTHING_STATED,
    key: { sourceHash: sha256(bytes), key: '' },
    source,
    format,
    content,
    original: { bytes, mediaType: 'message/rfc822' },
    fileName,
    files: partsOf(message).flatMap(fileOf),
    service: id === null ? null : 'mail',
    sourceId: id,
    facts,
    notes,
  }
}

/** What there is to read in a message; null when it holds only files. */
export function contentOfMessage(message: MimePart): DraftContent | null {
  const shown = partsOf(message).filter((part) => !isAttached(part))
  const part =
    shown.find(({ mediaType }) => mediaType === 'text/html') ??
    shown.find(({ mediaType }) => mediaType === 'text/plain')
  if (part === undefined) return null
  const body = { bytes: part.bytes(), declaredEncoding: part.parameters.get('charset') ?? null }
  if (part.mediaType === 'text/html') return { kind: 'article', ...body }
  const isFlowed = part.parameters.get('format')?.toLowerCase() === 'flowed'
  return { kind: 'text', ...body, bytes: isFlowed ? unflowed(body.bytes) : body.bytes }
}

/** The message that bytes are. */
export function messageOf(bytes: Uint8Array): MimePart {
  return readMessage(latin1(bytes))
}

/** Lines that end with a blank go on in the next (RFC 3676). */
function unflowed(bytes: Uint8Array): Uint8Array {
  const text = latin1(bytes)
    .replace(/^-- \r?$/gm, '--')
    .replace(/ \r?\n(?=[^\r\n>])/g, ' ')
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

function isAttached({ headers }: MimePart): boolean {
  return /^\s*attachment/i.test(headerOf(headers, 'content-disposition') ?? '')
}

/** Pictures by their id, as the HTML names them. */
function fileOf(part: MimePart): readonly DraftFile[] {
  const id = headerOf(part.headers, 'content-id')
    ?.trim()
    .replace(/^<(.*)>$/, '$1')
  const location = headerOf(part.headers, 'content-location')
  const address = id === undefined ? location : `cid:${id}`
  if (address === null || part.mediaType.startsWith('text/')) return []
  const bytes = part.bytes()
  const mediaType = pictureType(bytes.subarray(0, 64))
  return mediaType === null ? [] : [{ address, mediaType, bytes }]
}

function textOf(message: MimePart, name: string): string | null {
  const value = headerOf(message.headers, name)
  const text = value === null ? '' : decodeWords(value).replace(/\s+/g, ' ').trim()
  return text === '' ? null : text
}

/** `"Lee, Ann" <ann@x.example>` is Ann Lee's name as she writes it; a bare address has none. */
function nameOf(from: string | null): string | null {
  const name =
    from
      ?.replace(/<[^<>]*>/g, '')
      .replace(/^\s*"(.*)"\s*$/, '$1')
      .trim() ?? ''
  return name === '' || name.includes('@') ? null : name
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
