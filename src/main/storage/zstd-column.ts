import { appError, Failure } from '../../shared/app-error.ts'
import type { RenditionId } from '../../shared/model/identity.ts'
import { decompress } from './decode-chunk.ts'

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
  const content = decompress(bytes, dictionary === undefined ? {} : { dictionary })
  if (!content.ok) throw new Failure(appError('storage/damaged', { kind: column, rendition }))
  const { buffer, byteOffset, byteLength } = content.value
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
}
