import { appError } from '../../../shared/app-error.ts'
import { instantOf } from '../dates/instant-of.ts'
import type { Draft, DraftContent } from '../draft.ts'
import type { DraftOrFailure, FormatConfidence, ImportFormat, ImportSource, SourceLook } from '../format.ts'
import { lookText } from './look-text.ts'
import { decodeWords } from './mime/decode-words.ts'
import { partsOf, readMessage, type MimePart } from './mime/read-message.ts'
import { headerOf, readHeaders } from './mime/read-headers.ts'
import { draftOfFile } from './draft-of-file.ts'
import { readWhole, wholeFailure } from './read-whole.ts'
import { joinFrames } from './saved-page/join-frames.ts'
import { keepFiles } from './saved-page/keep-files.ts'

/**
 * A page with its resources in one message (MHTML, RFC 2557), as Chromium, Internet Explorer, Opera and Word save it.
 * Pictures, styles and fonts come along under the addresses by which the page shows them.
 */
export const mhtml: ImportFormat = {
  id: 'mhtml',
  confidence,
  read: (source) => readWhole(source, (bytes) => [readPage(source, bytes)]),
  restoreContent: ({ bytes }) => contentOf(findPage(bytes)),
}

const NAME = /\.mht(?:ml)?$/i

function confidence({ fileName, head }: SourceLook): FormatConfidence {
  const { headers } = readHeaders(lookText(head), 0)
  const type = headerOf(headers, 'content-type') ?? ''
  const isMessage = headers.has('mime-version') || /^multipart\/related/i.test(type)
  if (!isMessage) return 'no'
  // A message that was sent somewhere may have pictures in the same way; it is a letter all the same.
  const isSaved = headers.has('snapshot-content-location') || /saved by/i.test(headerOf(headers, 'from') ?? '')
  if (isSaved || NAME.test(fileName ?? '')) return 'certain'
  const wasSent = headers.has('to') || headers.has('received') || headers.has('message-id')
  return /^multipart\/related/i.test(type) && !wasSent ? 'certain' : 'no'
}

function readPage(source: ImportSource, bytes: Uint8Array): DraftOrFailure {
  const page = findPage(bytes)
  if (page.root === null) {
    const reason = 'none of its parts is a web page'
    return wholeFailure(source, bytes, appError('import/malformed', { reason }))
  }
  const { url } = page
  const draft: Draft = {
    ...draftOfFile(source, bytes, { id: mhtml.id, mediaType: 'multipart/related' }),
    content: contentOf(page),
    files: filesOf(page),
    url,
    facts: factsOf(page),
    captured: instantOf(headerOf(page.message.headers, 'date')),
  }
  return { ok: true, draft, position: null }
}

/** The page in a message, with its files; what the message says of it. */
export function mhtmlPage(bytes: Uint8Array): Pick<Draft, 'content' | 'files' | 'url'> {
  const page = findPage(bytes)
  return { content: contentOf(page), files: filesOf(page), url: page.url }
}

function filesOf({ parts, root, location }: FoundPage): Draft['files'] {
  return keepFiles(parts.filter((part) => part !== root).map(fileOf), location)
}

interface FoundPage {
  readonly message: MimePart
  readonly parts: readonly MimePart[]
  /** The part that is the page; null when there is none. */
  readonly root: MimePart | null
  /** Where the page was, as written: may be a path on somebody's disk. */
  readonly location: string | null
  /** The same, when it is an address of the web. */
  readonly url: string | null
}

function findPage(bytes: Uint8Array): FoundPage {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const message = readMessage(text)
  const parts = partsOf(message)
  const start = message.parameters.get('start')
  const named = start === undefined ? undefined : parts.find((part) => contentId(part) === bare(start))
  const root = named !== undefined && isPage(named) ? named : (parts.find(isPage) ?? null)
  const location =
    headerOf(message.headers, 'snapshot-content-location') ??
    (root === null ? null : headerOf(root.headers, 'content-location')) ??
    headerOf(message.headers, 'content-location')
  return { message, parts, root, location, url: location !== null && /^https?:/i.test(location) ? location : null }
}

function isPage({ mediaType }: MimePart): boolean {
  return mediaType === 'text/html' || mediaType === 'application/xhtml+xml'
}

function contentOf({ root, parts }: FoundPage): DraftContent {
  if (root === null) return { kind: 'none' }
  const page = { bytes: root.bytes(), declaredEncoding: root.parameters.get('charset') ?? null }
  const frameOf = (address: string): typeof page | null => {
    const frame = parts.find((part) => part !== root && isPage(part) && addressesOf(part).includes(address))
    return frame === undefined
      ? null
      : { bytes: frame.bytes(), declaredEncoding: frame.parameters.get('charset') ?? null }
  }
  return { kind: 'html', ...joinFrames(page, frameOf) }
}

/** The page's own title is better; the message's subject is that of the window, and stands in for one that is missing. */
function factsOf({ message, root }: FoundPage): Draft['facts'] {
  const subject = headerOf(message.headers, 'subject')
  const start = Buffer.from(root?.bytes().subarray(0, 100_000) ?? []).toString('latin1')
  const title = subject === null || /<title[\s>]/i.test(start) ? '' : decodeWords(subject).replace(/\s+/g, ' ').trim()
  return title === '' ? {} : { title }
}

function fileOf(part: MimePart): { addresses: readonly string[]; mediaType: string; bytes: () => Uint8Array } {
  return { addresses: addressesOf(part), mediaType: part.mediaType, bytes: part.bytes }
}

/** How the page may name a part: by where it was, and by its id. */
function addressesOf(part: MimePart): readonly string[] {
  const location = headerOf(part.headers, 'content-location')
  const id = contentId(part)
  return [...(location === null ? [] : [location]), ...(id === null ? [] : [`cid:${id}`])]
}

function contentId(part: MimePart): string | null {
  const id = headerOf(part.headers, 'content-id')
  return id === null ? null : bare(id)
}

function bare(id: string): string {
  return id.trim().replace(/^<(.*)>$/, '$1')
}
