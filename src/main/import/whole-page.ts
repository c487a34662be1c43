import { decode } from './encoding/decode.ts'
import { mhtmlPage } from './formats/mhtml.ts'
import { inlineFiles } from './formats/saved-page/inline-files.ts'
import { webarchivePage } from './formats/webarchive.ts'

/**
 * The page that an original is which holds its files in itself (MHTML, Safari's web archive), as one HTML page; null for
 * any other original.
 */
export function wholePage(mediaType: string, bytes: Uint8Array): string | null {
  const page =
    mediaType === 'multipart/related'
      ? mhtmlPage(bytes)
      : mediaType === 'application/x-webarchive'
        ? webarchivePage(bytes)
        : null
  if (page?.content.kind !== 'html') return null
  const { text } = decode(page.content.bytes, { declared: page.content.declaredEncoding, kind: 'html' })
  return inlineFiles(text, page.files, page.url)
}
