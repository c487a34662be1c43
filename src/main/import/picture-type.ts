/** Media types of pictures that a reader page may show, by their first bytes (Latin-1); no SVG, which is a document. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[^]{4}WEBP/, 'image/webp'],
  [/^[^]{4}ftyp(?:avif|avis)/, 'image/avif'],
  [/^BM[^]{4}\0{4}/, 'image/bmp'],
]

/** What picture a file is, by its first bytes; null for anything else, whatever it is called. */
export function pictureType(head: Uint8Array): string | null {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  return TYPES.find(([pattern]) => pattern.test(start))?.[1] ?? null
}

/** A picture that is a document, for the original alone: drawn as a picture it shows and does nothing. */
export function drawingType(head: Uint8Array): 'image/svg+xml' | null {
  const start = new TextDecoder().decode(head)
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*(?:<!DOCTYPE\s+svg[^>]*>\s*)?<svg[\s>/]/i.test(start)
    ? 'image/svg+xml'
    : null
}
