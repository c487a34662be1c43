import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import type { AesLock } from './aes-lock.ts'

/** Bytes after the salt that tell whether the password is right, and after the data that tell whether this is whole. */
export const VERIFIER_BYTES = 2
export const SEAL_BYTES = 10

/** Rounds of PBKDF2 that the format fixes. */
const ROUNDS = 1000

/** Decrypts the pieces of one entry in order and tells at the end whether they are what was locked. */
export interface AesOpener {
  readonly decrypt: (piece: Uint8Array) => Uint8Array
  readonly isWhole: (seal: Uint8Array) => boolean
}

/** Opens an entry by its salt and verifier; null when the password is another. */
export function openAes(lock: AesLock, password: Uint8Array, head: Uint8Array): AesOpener | null {
  const { keyBytes, saltBytes } = lock
  const salt = head.subarray(0, saltBytes)
  const keys = pbkdf2Sync(password, salt, ROUNDS, 2 * keyBytes + VERIFIER_BYTES, 'sha1')
  if (!keys.subarray(2 * keyBytes).equals(head.subarray(saltBytes, saltBytes + VERIFIER_BYTES))) return null
  const seal = createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes))
  const stream = createStream(keys.subarray(0, keyBytes))
  return {
    decrypt: (piece) => {
      seal.update(piece)
      return stream(piece)
    },
    isWhole: (stated) => seal.digest().subarray(0, SEAL_BYTES).equals(stated),
  }
}

const BLOCK = 16

/** AES in counter mode as WinZip counts: from 1, the lowest byte first, which the ciphers of OpenSSL do not. */
function createStream(key: Uint8Array): (piece: Uint8Array) => Uint8Array {
  const cipher = createCipheriv(`aes-${String(key.length * 8)}-ecb`, key, null).setAutoPadding(false)
  let block = 1
  let left: Uint8Array = new Uint8Array(0)
  const take = (length: number): Uint8Array => {
    const blocks = Math.ceil(Math.max(0, length - left.length) / BLOCK)
    const counters = Buffer.alloc(blocks * BLOCK)
    for (let index = 0; index < blocks; index++) counters.writeUIntLE(block++, index * BLOCK, 6)
    const made = Buffer.concat([left, cipher.update(counters)])
    left = made.subarray(length)
    return made.subarray(0, length)
  }
  return (piece) => {
    const key = take(piece.length)
    return piece.map((byte, index) => byte ^ (key[index] ?? 0))
  }
}
