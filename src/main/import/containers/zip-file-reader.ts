import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, RandomAccessReader, type Options, type ZipFile } from 'yauzl'

/** Bytes read at once: the list of entries and the headers of small ones, which yauzl asks for in twos and forties. */
const WINDOW = 128 * 1024
/** Bytes of one piece of a longer entry. */
const PIECE = 64 * 1024

/**
 * Opens a ZIP on disk, reading it window by window: with a system call for every few bytes, the list of 20 000 entries takes
 * five times as long.
 *
 * @throws the system's error, or yauzl's.
 */
export async function openZipFile(path: string, options: Options): Promise<ZipFile> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    return await fromRandomAccessReaderPromise(createReader(file), size, options)
  } catch (error) {
    await file.close()
    throw error
  }
}

interface Window {
  readonly start: number
  readonly bytes: Buffer
}

interface Range {
  readonly position: number
  readonly length: number
}

type Read = Parameters<RandomAccessReader['read']>

/** The library's own reader with its three openings filled. */
function createReader(file: FileHandle): RandomAccessReader {
  let kept: Window = { start: 0, bytes: Buffer.alloc(0) }
  const holding = (range: Range): Window | null => (holds(kept, range) ? kept : null)
  async function* pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let position = start; position < end;) {
      const range = { position, length: Math.min(PIECE, end - position) }
      const piece = partOf(holding(range) ?? (await take(file, range)), range)
      if (piece.length === 0) return
      yield piece
      position += piece.length
    }
  }
  const fill = async (buffer: Buffer, offset: number, range: Range): Promise<void> => {
    const window = holding(range) ?? (await take(file, { ...range, length: Math.max(range.length, WINDOW) }))
    if (!holds(window, range)) throw new Error('unexpected end of file')
    if (range.length <= WINDOW) kept = window
    partOf(window, range).copy(buffer, offset)
  }
  const Reader = RandomAccessReader as unknown as new () => RandomAccessReader
  return Object.assign(new Reader(), {
    read: (...[buffer, offset, length, position, callback]: Read): void => {
      answer(fill(buffer, offset, { position, length }), callback)
    },
    _readStreamForRange: (start: number, end: number) => Readable.from(pieces(start, end), { objectMode: false }),
    close: (callback: (error: Error | null) => void): void => {
      answer(file.close(), callback)
    },
  })
}

function holds({ start, bytes }: Window, { position, length }: Range): boolean {
  return position >= start && position + length <= start + bytes.length
}

function partOf({ start, bytes }: Window, { position, length }: Range): Buffer {
  return bytes.subarray(position - start, position - start + length)
}

/** What is there of a range; less than its length only at the end of the file. */
async function take(file: FileHandle, { position, length }: Range): Promise<Window> {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return { start: position, bytes: bytes.subarray(0, filled) }
}

function answer(done: Promise<void>, callback: (error: Error | null) => void): void {
  done.then(
    () => {
      callback(null)
    },
    (error: unknown) => {
      callback(error instanceof Error ? error : new Error(String(error)))
    },
  )
}
