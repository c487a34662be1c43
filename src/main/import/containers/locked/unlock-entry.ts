import { createInflateRaw } from 'node:zlib'
import { pipeline, Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import { Failure } from '../../../../shared/app-error.ts'
import { lockedByPassword } from '../check-entries.ts'
import { aesLockOf, methodBelowLock, type AesLock } from './aes-lock.ts'
import { openAes, SEAL_BYTES, VERIFIER_BYTES } from './winzip-aes.ts'
import { createZipCipher, STIR_BYTES } from './zip-cipher.ts'

/** A locked entry, and what it is called in reports. */
export interface LockedEntry {
  readonly zip: ZipFile
  readonly entry: Entry
  readonly path: string
}

/**
 * Decrypts and unpacks an entry piece by piece.
 *
 * @throws Failure `import/locked` when the password is another; an error for what is damaged, or unpacks to more than the
 * list says.
 */
export async function* unlockEntry(locked: LockedEntry, password: string): AsyncGenerator<Uint8Array> {
  const { entry } = locked
  const plain = decrypted(locked, password)
  const unpacked = methodBelowLock(entry) === 8 ? inflated(plain) : plain
  let length = 0
  for await (const piece of unpacked) {
    length += piece.length
    if (length > entry.uncompressedSize) throw new Error('it unpacks to more than the list says')
    yield piece
  }
  if (length < entry.uncompressedSize) throw new Error('it unpacks to less than the list says')
}

/** Whether a password opens an entry, by what stands before its data: one of 256 others seems to. */
export async function opens(locked: LockedEntry, password: string): Promise<boolean> {
  try {
    for await (const piece of decrypted(locked, password)) return piece.length >= 0
    return true
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

async function* inflated(plain: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw()
  // What fails on the way is met where the pieces are read.
  pipeline(Readable.from(plain, { objectMode: false }), inflate, () => undefined)
  yield* inflate as AsyncIterable<Uint8Array>
}

async function* decrypted(locked: LockedEntry, password: string): AsyncGenerator<Uint8Array> {
  const { zip, entry, path } = locked
  const lock = aesLockOf(entry)
  const raw = (await zip.openReadStreamPromise(entry, { decodeFileData: false })) as AsyncIterable<Uint8Array>
  const sizes =
    lock === null ? { head: STIR_BYTES, tail: 0 } : { head: lock.saltBytes + VERIFIER_BYTES, tail: SEAL_BYTES }
  const parts = cut(raw, entry.compressedSize, sizes)
  const head = await parts.next()
  if (head.done === true || head.value.length < sizes.head) throw new Error('it ends before its data')
  const opener = openerFor({ lock, entry, head: head.value }, password)
  if (opener === null) throw new Failure(lockedByPassword(path, 'another'))
  let left = entry.compressedSize - sizes.head - sizes.tail
  for await (const piece of parts) {
    if (left > 0) {
      left -= piece.length
      yield opener.decrypt(piece)
    } else if (!opener.isWhole(piece)) throw new Error('its seal is broken')
  }
}

interface Opener {
  readonly decrypt: (piece: Uint8Array) => Uint8Array
  readonly isWhole: (seal: Uint8Array) => boolean
}

interface Sealed {
  readonly lock: AesLock | null
  readonly entry: Entry
  readonly head: Uint8Array
}

/** Programs write a password down in UTF-8, older ones in the letters of Western Europe. */
function openerFor({ lock, entry, head }: Sealed, password: string): Opener | null {
  for (const encoding of ['utf8', 'latin1'] as const) {
    const bytes = Buffer.from(password, encoding)
    const opener = lock === null ? openTraditional(entry, bytes, head) : openAes(lock, bytes, head)
    if (opener !== null) return opener
  }
  return null
}

/** The last byte that stirs the cipher is one of the checksum or, where that was not known yet, of the time of the file. */
function openTraditional(entry: Entry, password: Uint8Array, head: Uint8Array): Opener | null {
  const decrypt = createZipCipher(password)
  const told = decrypt(head).at(-1)
  const isRight = told === entry.crc32 >>> 24 || told === entry.lastModFileTime >>> 8
  return isRight ? { decrypt, isWhole: () => true } : null
}

/** The head as one piece, the data in pieces, the tail as one piece; a piece never spans two of these. */
async function* cut(
  raw: AsyncIterable<Uint8Array>,
  length: number,
  { head, tail }: { readonly head: number; readonly tail: number },
): AsyncGenerator<Uint8Array> {
  const ends = [head, length - tail, length]
  let kept: Uint8Array[] = []
  let position = 0
  for await (const piece of raw) {
    let rest = piece
    while (rest.length > 0) {
      const end = ends.find((one) => one > position) ?? Infinity
      const part = rest.subarray(0, end - position)
      rest = rest.subarray(part.length)
      position += part.length
      const isData = position <= length - tail && position - part.length >= head
      if (isData) yield part
      else {
        kept.push(part)
        if (position !== end) continue
        yield Buffer.concat(kept)
        kept = []
      }
    }
  }
  if (position < length) throw new Error('unexpected end of file')
}
