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

/** Makes a rendition ready to be stored: text compressed, HTML compressed with the text's UTF-8 as
 * dictionary, the text named by the hash of its UTF-8. */
export function packRendition(content: RenditionContent, origin: RenditionOrigin): PreparedRendition {
  const text = new TextEncoder().encode(content.text)
  return {
    ...origin,
    content,
    // The HTML is the text with tags between: with the text as dictionary it takes a tenth of the room.
    htmlZstd: compress(new TextEncoder().encode(content.html), text),
    textZstd: compress(text),
    textSha256: sha256(text),
  }
}
