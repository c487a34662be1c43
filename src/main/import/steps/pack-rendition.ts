import type { RenditionContent } from '../../../shared/model/rendition.ts'
import type { PreparedRendition } from '../../archive/ports/article-records.ts'
import { compress } from './compress.ts'
import { sha256 } from './sha256.ts'

/** What names a rendition besides its content. */
export interface RenditionOrigin {
  readonly extractor: string
  readonly extractorVersion: string
  readonly fingerprint: Uint8Array | null
}

/** Makes a rendition ready to be stored: HTML and text compressed, the text named by the hash of its UTF-8. */
export function packRendition(content: RenditionContent, origin: RenditionOrigin): PreparedRendition {
  const text = new TextEncoder().encode(content.text)
  return {
    ...origin,
    content,
    htmlZstd: compress(new TextEncoder().encode(content.html)),
    textZstd: compress(text),
    textSha256: sha256(text),
  }
}
