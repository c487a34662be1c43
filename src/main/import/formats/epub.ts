import type { ImportFormat } from '../format.ts'
import { documentFormat } from './document-format.ts'

/**
 * Books (EPUB 2 and 3), each one article with its chapters as headings: a book is cited, read on and highlighted as one
 * (docs/decisions/books-are-one-article.md).
 */
export const epub: ImportFormat = documentFormat({
  id: 'epub',
  kind: 'epub',
  mediaType: 'application/epub+zip',
  // The first entry of an EPUB says so, unpacked; a ZIP program that made it anew may have put it elsewhere.
  confidence: ({ fileName, head }) => {
    const start = Buffer.from(head.subarray(0, 200)).toString('latin1')
    if (!start.startsWith('PK\x03\x04')) return 'no'
    return start.includes('mimetypeapplication/epub+zip') || /\.epub$/i.test(fileName ?? '') ? 'certain' : 'no'
  },
})
