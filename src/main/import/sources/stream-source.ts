import { appError } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { ImportSource } from '../format.ts'
import { joinBytes } from '../join-bytes.ts'
import { HEAD_BYTES, MAX_ITEM_BYTES } from '../limits.ts'
import { readError } from './read-error.ts'

/**
 * Something that can be read only once (standard input, a pipe): what detection looked at is kept and comes first when
 * the rest is read.
 */
export function streamSource(path: string, input: AsyncIterable<Uint8Array>, fileName: string | null): ImportSource {
  const iterator = input[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let seenLength = 0

  const readAhead = async (length: number): Promise<Result<Uint8Array>> => {
    try {
      while (seenLength < length) {
        const next = await iterator.next()
        if (next.done === true) break
        seen.push(next.value)
        seenLength += next.value.length
      }
      return ok(joinBytes(seen))
    } catch (error) {
      return err(readError(path, error))
    }
  }
  const head = async (): Promise<Result<Uint8Array>> => {
    const read = await readAhead(HEAD_BYTES)
    return read.ok ? ok(read.value.subarray(0, HEAD_BYTES)) : read
  }
  const bytes = async (limit = MAX_ITEM_BYTES): Promise<Result<Uint8Array>> => {
    const read = await readAhead(limit + 1)
    if (!read.ok || read.value.length <= limit) return read
    await iterator.return?.()
    return err(appError('import/too-large', { path, size: null, limit }))
  }
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (const piece of seen.splice(0)) yield piece
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { path, fileName, size: null, head, bytes, stream }
}
