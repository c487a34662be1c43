import { hash } from 'node:crypto'
import type { Sha256 } from '../../../shared/model/identity.ts'

/** SHA-256 of bytes, or of a text's UTF-8. */
export function sha256(content: Uint8Array | string): Sha256 {
  return hash('sha256', content, 'hex') as Sha256
}
