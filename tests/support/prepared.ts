import { createHash } from 'node:crypto'
import { constants, zstdCompressSync } from 'node:zlib'
import type { ReaderHtml, Sha256 } from '../../src/shared/model/identity.ts'
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

/** A rendition of plain text; its HTML says exactly that text. */
export function aPreparedRendition(text: string): PreparedRendition {
  const html = htmlOf(text)
  return {
    extractor: 'test',
    extractorVersion: '1',
    content: {
      html,
      text,
      parts: [],
      words: text.split(/\s+/).length,
      title: text.slice(0, 20),
      standfirst: null,
      byline: null,
      publication: null,
      section: null,
      published: null,
      language: 'en',
      contributors: [],
      direction: 'ltr',
      captions: [],
      asides: [],
      leadImage: null,
    },
    htmlZstd: zstd(html, text),
    textZstd: zstd(text),
    textSha256: sha256(text),
    fingerprint: null,
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
