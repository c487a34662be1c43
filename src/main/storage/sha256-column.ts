import type { Sha256 } from '../../shared/model/identity.ts'
import { hex } from './log/log-row.ts'

/** A hash as the 32 bytes that its column holds. */
export function sha256ToColumn(hash: Sha256): Buffer {
  return Buffer.from(hash, 'hex')
}

/** A hash as people and ports know it. */
export function sha256FromColumn(bytes: Uint8Array): Sha256 {
  return hex(bytes) as Sha256
}
