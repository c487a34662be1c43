import type { DraftFile } from '../draft.ts'
import type { ImportSource } from '../format.ts'

/** Bytes of pictures that one page may bring along; what goes beyond stays a missing picture. */
const MOST_BYTES = 64 * 1024 * 1024

/** Takes the pictures at these addresses from beside a source, one after the other, as far as they are there. */
export async function readPictures(source: ImportSource, addresses: readonly string[]): Promise<readonly DraftFile[]> {
  const files: DraftFile[] = []
  let bytes = 0
  for (const address of addresses) {
    const picture = await source.pictureBeside?.(address)
    if (picture === null || picture === undefined) continue
    bytes += picture.bytes.length
    if (bytes > MOST_BYTES) break
    files.push({ address, ...picture })
  }
  return files
}
