import { err, ok, type Result } from '../../../shared/result.ts'
import { joinBytes } from '../join-bytes.ts'
import { readError } from './read-error.ts'

/** The first bytes of a stream, `limit` of them at most; fails as `readError` translates what reading threw. */
export async function readUpTo(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  path: string,
): Promise<Result<Uint8Array>> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of stream) {
      pieces.push(piece)
      length += piece.length
      if (length >= limit) break
    }
  } catch (error) {
    return err(readError(path, error))
  }
  const read = joinBytes(pieces)
  return ok(length > limit ? read.slice(0, limit) : read)
}
