import { createHash } from 'node:crypto'
import { constants, zstdCompressSync } from 'node:zlib'
import type { PartialDate, ReaderHtml, Sha256 } from '../../src/shared/model/identity.ts'
import type { RenditionContent, TextPart } from '../../src/shared/model/rendition.ts'
import type { PreparedRendition } from '../../src/main/archive/ports/article-records.ts'
import type { PreparedBlob } from '../../src/main/archive/ports/blobs.ts'

/** SHA-256 as the ports name it. */
export function sha256(bytes: string | Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256
}

/** zstd with a checksum, as renditions are stored; HTML with its text as dictionary. */
export function zstd(text: string | Uint8Array, dictionary?: string): Uint8Array {
  const params = { [constants.ZSTD_c_checksumFlag]: 1 }
  return zstdCompressSync(text, {
    params,
    ...(dictionary === undefined ? {} : { dictionary: Buffer.from(dictionary) }),
  })
}

/** Bytes as a blob in chunks of a size small enough to have several. */
export function aPreparedBlob(bytes: string | Uint8Array, chunkSize = 1024): PreparedBlob {
  const whole = Buffer.from(bytes)
  const chunks = Array.from({ length: Math.ceil(whole.length / chunkSize) }, (_, number) => {
    const part = whole.subarray(number * chunkSize, (number + 1) * chunkSize)
    return { codec: 'zstd' as const, bytes: zstd(part), size: part.length }
  })
  return { sha256: sha256(whole), mediaType: 'text/plain', size: whole.length, chunks }
}

/** What a test wants an article's content to be; everything else is plain. */
export interface ContentOptions extends Partial<Omit<RenditionContent, 'html' | 'published'>> {
  readonly html?: string
  readonly published?: string | null
}

/** Content whose HTML has exactly its text. */
export function aContent({
  text = 'A sentence of text.',
  published = null,
  html,
  ...rest
}: ContentOptions = {}): RenditionContent {
  return {
    title: 'A title',
    standfirst: null,
    byline: null,
    publication: null,
    section: null,
    language: 'en',
    contributors: [],
    direction: 'ltr',
    captions: [],
    asides: [],
    leadImage: null,
    parts: [] as readonly TextPart[],
    words: text.split(/\s+/u).filter((word) => word !== '').length,
    ...rest,
    text,
    published: published as PartialDate | null,
    html: (html ?? `<article>${escapeHtml(text)}</article>`) as ReaderHtml,
  }
}

/** A rendition compressed and hashed, as the import's pool hands it over. */
export function aPreparedRendition(
  options: ContentOptions & {
    readonly extractor?: string
    readonly extractorVersion?: string
    readonly fingerprint?: Uint8Array | null
  } = {},
): PreparedRendition {
  const { extractor = 'test', extractorVersion = '1', fingerprint = null, ...content } = options
  const made = aContent(content)
  return {
    extractor,
    extractorVersion,
    content: made,
    htmlZstd: zstd(made.html, made.text),
    textZstd: zstd(made.text),
    textSha256: sha256(made.text),
    fingerprint,
  }
}

/** The HTML that `textOfHtml` undoes; texts here hold no markup. */
export function htmlOf(text: string): ReaderHtml {
  return `<article><p>${text}</p></article>` as ReaderHtml
}

/** Text of the HTML above: enough where storage is tested without the import room's parser. */
export function textOfHtml(html: string): string {
  return html.replace(/<[^>]*>/g, '')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
