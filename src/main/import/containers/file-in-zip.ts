import { besidePath } from '../../../shared/text/beside-path.ts'
import type { DraftFile } from '../draft.ts'
import type { ImportSource } from '../format.ts'
import { isNamedAsStyle, MOST_FILE_BYTES, TYPE_BYTES, typeForUse, type FileUse } from '../sources/file-use.ts'

/** What a page of a ZIP asks for: the page by its name there, the address as it is written, what it is to be. */
export interface FileInZip {
  readonly page: string
  readonly address: string
  readonly use: FileUse
}

/** Takes a file that a page of a ZIP shows by a relative address, from the same ZIP. */
export async function readFileInZip(
  files: ReadonlyMap<string, ImportSource>,
  { page, address, use }: FileInZip,
): Promise<Omit<DraftFile, 'address'> | null> {
  const way = besidePath(address)
  if (way === null || (use === 'style' && !isNamedAsStyle(way, page))) return null
  const name = besidePath(address, page)
  const file = name === null ? undefined : files.get(name)
  if (file?.size === undefined || file.size === null || file.size > MOST_FILE_BYTES[use]) return null
  const head = await file.head()
  const mediaType = head.ok ? typeForUse(use, head.value.subarray(0, TYPE_BYTES)) : null
  if (mediaType === null) return null
  const bytes = await file.bytes()
  return bytes.ok ? { mediaType, bytes: bytes.value } : null
}
