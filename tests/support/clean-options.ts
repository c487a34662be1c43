import type { WriteOptions } from '../../src/main/import/clean/write-reader-html.ts'

const blob = `/blob/${'b'.repeat(64)}`

/** A page at `https://example.org/news/story` all of whose .png pictures are in the archive, and no others. */
export const cleanOptions: WriteOptions = {
  baseUrl: 'https://example.org/news/story',
  resourceUrl: (url) => (url.endsWith('.png') || url.endsWith(blob) ? blob : null),
}
