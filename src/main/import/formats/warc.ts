import { constants, gunzipSync } from 'node:zlib'
import type { DraftContent, DraftOriginal, DraftParameters } from '../draft.ts'
import type { ImportFormat } from '../format.ts'
import { lookText } from './look-text.ts'
import { pagesOfWarc } from './web-records/pages-of-warc.ts'

/** Web archives (WARC): each page in one with the pictures and styles that were saved with it. */
export const warc: ImportFormat = {
  id: 'warc',
  confidence: ({ fileName, head }) => {
    if (beginsAsWarc(head)) return 'certain'
    if (head[0] !== 0x1f || head[1] !== 0x8b) return 'no'
    // Not by the name alone: a second download of the same is called `pages.warc (1).gz`.
    return /\.warc(?:\.gz)?$/i.test(fileName ?? '') || beginsAsWarc(unpackStart(head)) ? 'certain' : 'no'
  },
  read: (source) =>
    pagesOfWarc([source.stream()], {
      place: { format: warc.id, path: source.path, fileName: source.fileName },
      listed: null,
      notes: [],
    }),
  restoreContent: restorePage,
}

function beginsAsWarc(bytes: Uint8Array): boolean {
  return /^\s{0,100}WARC\/\d/.test(lookText(bytes.subarray(0, 200)))
}

/** What the first bytes of a gzip file unpack to, half a megabyte at most; nothing when they are damaged. */
function unpackStart(head: Uint8Array): Uint8Array {
  try {
    return gunzipSync(head.subarray(0, 512), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return new Uint8Array()
  }
}

/** The page of a web archive, made again from its own bytes. */
export function restorePage({ bytes }: DraftOriginal, { declaredEncoding }: DraftParameters): DraftContent {
  return { kind: 'html', bytes, declaredEncoding }
}
