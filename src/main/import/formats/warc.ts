import type { DraftContent, DraftOriginal, DraftParameters } from '../draft.ts'
import type { ImportFormat } from '../format.ts'
import { lookText } from './look-text.ts'
import { pagesOfWarc } from './web-records/pages-of-warc.ts'

/** Web archives (WARC): each page in one with the pictures and styles that were saved with it. */
export const warc: ImportFormat = {
  id: 'warc',
  confidence: ({ fileName, head }) => {
    if (/^\s{0,100}WARC\/\d/.test(lookText(head.subarray(0, 200)))) return 'certain'
    const isPacked = head[0] === 0x1f && head[1] === 0x8b
    return isPacked && /\.warc(?:\.gz)?$/i.test(fileName ?? '') ? 'certain' : 'no'
  },
  read: (source) =>
    pagesOfWarc([source.stream()], {
      place: { format: warc.id, path: source.path, fileName: source.fileName },
      listed: null,
      notes: [],
    }),
  restoreContent: restorePage,
}

/** The page of a web archive, made again from its own bytes. */
export function restorePage({ bytes }: DraftOriginal, { declaredEncoding }: DraftParameters): DraftContent {
  return { kind: 'html', bytes, declaredEncoding }
}
