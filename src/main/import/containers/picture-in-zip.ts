import { posix } from 'node:path'
import type { DraftFile } from '../draft.ts'
import type { ImportSource } from '../format.ts'
import { pictureType } from '../picture-type.ts'
import { MOST_PICTURE_BYTES, nameOfAddress } from '../sources/picture-beside.ts'

/** Takes a picture that a page of a ZIP (by its name there) shows by a relative address, from the same ZIP. */
export async function readPictureInZip(
  files: ReadonlyMap<string, ImportSource>,
  page: string,
  address: string,
): Promise<Omit<DraftFile, 'address'> | null> {
  const way = nameOfAddress(address)
  const file = way === null ? undefined : files.get(posix.join(posix.dirname(page), way))
  if (file?.size === undefined || file.size === null || file.size > MOST_PICTURE_BYTES) return null
  const head = await file.head()
  const mediaType = head.ok ? pictureType(head.value.subarray(0, 64)) : null
  if (mediaType === null) return null
  const bytes = await file.bytes()
  return bytes.ok ? { mediaType, bytes: bytes.value } : null
}
