import { fontType } from '../../../../shared/font-type.ts'
import type { DraftFile } from '../../draft.ts'
import { pictureType } from '../../picture-type.ts'

/** Something that came with a page: the addresses by which the page may name it, its type as stated. */
export interface PageFile {
  readonly addresses: readonly string[]
  readonly mediaType: string
  readonly bytes: () => Uint8Array
}

/** Bytes that one page may bring along, and number of files; what goes beyond stays missing. */
export const MOST_BYTES = 64 * 1024 * 1024
const MOST_FILES = 2_000

/**
 * What of the files that came with a page is kept: pictures and fonts by their bytes, whatever they are called, drawings,
 * style sheets, sound and film. Scripts and the pages of frames are not. Of a page that lay on a disk (`location` is no
 * address of the web) files are named from the page on.
 */
export function keepFiles(files: readonly PageFile[], location: string | null): readonly DraftFile[] {
  const kept: DraftFile[] = []
  const taken = new Set<string>()
  let room = MOST_BYTES
  for (const file of files) {
    const stated = (file.mediaType.split(';', 1)[0] ?? '').trim().toLowerCase()
    if (/^text\/html|xhtml|javascript|ecmascript/.test(stated)) continue
    const bytes = file.bytes()
    const mediaType = typeOf(stated, bytes)
    if (mediaType === null || bytes.length === 0 || bytes.length > room) continue
    const addresses = file.addresses.flatMap((address) => namesOf(address, location)).filter((name) => !taken.has(name))
    if (addresses.length === 0 || kept.length >= MOST_FILES) continue
    room -= bytes.length
    for (const address of addresses) {
      taken.add(address)
      kept.push({ address, mediaType, bytes })
    }
  }
  return kept
}

function typeOf(stated: string, bytes: Uint8Array): string | null {
  const found = pictureType(bytes.subarray(0, 64)) ?? fontType(bytes)
  if (found !== null) return found
  if (stated === 'text/css' || stated === 'image/svg+xml') return stated
  return /^(?:audio|video)\/[\w.+-]+$/.test(stated) ? stated : null
}

function namesOf(address: string, location: string | null): readonly string[] {
  const folder = location === null || /^https?:/i.test(location) ? null : location.replace(/[^/\\]*$/, '')
  if (folder === null || folder === '' || !address.startsWith(folder)) return [address]
  return [address, address.slice(folder.length).replaceAll('\\', '/')]
}
