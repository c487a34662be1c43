import type { ImportFormat } from '../format.ts'
import { documentFormat } from './document-format.ts'

/** PDF documents: their text in reading order is the article, the file itself stays the original. */
export const pdf: ImportFormat = documentFormat({
  id: 'pdf',
  kind: 'pdf',
  mediaType: 'application/pdf',
  // Acrobat looks for it in the first kilobyte; mailers and servers put lines before it.
  confidence: ({ head }) => (/%PDF-\d/.test(Buffer.from(head.subarray(0, 1024)).toString('latin1')) ? 'certain' : 'no'),
})
