import { MOST_PARCEL_BYTES, MOST_PARCEL_FILES } from '../../shared/ipc/browser-pipe.ts'
import type { GivenFile } from './host-pipe.ts'

/** Files that are sent together in one request, or one that is sent alone. */
export interface Parcel {
  readonly files: readonly GivenFile[]
  readonly alone: boolean
}

/** Files above this are streamed from where they lie, never held in memory. */
const SMALL_BYTES = 512 * 1024
/** Bytes of the files of a parcel; what is left of its limit is for their paths. */
const FULL_BYTES = MOST_PARCEL_BYTES / 2

/** Packs files in their order. */
export function packed(files: readonly GivenFile[]): readonly Parcel[] {
  const parcels: Parcel[] = []
  let small: GivenFile[] = []
  let bytes = 0
  const close = (): void => {
    if (small.length > 0) parcels.push({ files: small, alone: false })
    small = []
    bytes = 0
  }
  for (const given of files) {
    if (given.file.size > SMALL_BYTES) {
      close()
      parcels.push({ files: [given], alone: true })
      continue
    }
    if (small.length === MOST_PARCEL_FILES || bytes + given.file.size > FULL_BYTES) close()
    small.push(given)
    bytes += given.file.size
  }
  close()
  return parcels
}
