import { zstdDecompressSync } from 'node:zlib'
import { appError, Failure } from '../../shared/app-error.ts'
import type { RenditionId } from '../../shared/model/identity.ts'

/**
 * The text of a compressed column of a rendition; of the HTML the dictionary is the text's UTF-8.
 *
 * @throws Failure `storage/damaged` when the bytes do not decompress or their checksum does not hold.
 */
export function readZstdColumn(
  rendition: RenditionId,
  column: 'html' | 'text',
  bytes: Uint8Array,
  dictionary?: Uint8Array,
): string {
  try {
    return zstdDecompressSync(bytes, dictionary === undefined ? {} : { dictionary }).toString('utf8')
  } catch {
    throw new Failure(appError('storage/damaged', { kind: column, rendition }))
  }
}
