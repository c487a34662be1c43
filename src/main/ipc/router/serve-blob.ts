import type { Sha256 } from '../../../shared/model/identity.ts'
import type { BlobHead } from '../../archive/ports/stored-content.ts'
import { PART_BYTES, type AskInternal } from '../internal-requests.ts'
import { parseRange } from './parse-range.ts'
import { notFound, refusal } from './refusal.ts'
import { BLOB_HEADERS } from './response-headers.ts'
import { passiveMediaType } from './passive-media.ts'

/** Serves a blob, or the part of it that a `Range` asks for, piece by piece. */
export async function serveBlob(content: AskInternal, sha256: Sha256, request: Request): Promise<Response> {
  const head = await content('content.blob', { sha256 })
  if (!head.ok) return head.error.code === 'archive/blob-not-found' ? notFound() : refusal(500, 'Not readable.')
  const { size } = head.value
  const headers = headersOf(head.value)
  const range = parseRange(request.headers.get('range'), size)
  if (range === 'unsatisfiable') {
    return refusal(416, 'There are no such bytes.', { 'content-range': `bytes */${String(size)}` })
  }
  const { start, end } = range ?? { start: 0, end: size }
  const answered = {
    ...headers,
    'content-length': String(end - start),
    ...(range === null ? {} : { 'content-range': `bytes ${String(start)}-${String(end - 1)}/${String(size)}` }),
  }
  const status = range === null ? 200 : 206
  if (request.method === 'HEAD' || start === end) return new Response(null, { status, headers: answered })
  return new Response(streamOf(content, sha256, { start, end }), { status, headers: answered })
}

function headersOf({ mediaType }: BlobHead): Readonly<Record<string, string>> {
  const passive = passiveMediaType(mediaType)
  return {
    ...BLOB_HEADERS,
    'accept-ranges': 'bytes',
    'content-type': passive ?? 'application/octet-stream',
    ...(passive === null ? { 'content-disposition': 'attachment' } : {}),
  }
}

/** A part is asked for when the one before has gone out; a blob that turns out damaged ends the stream with an error. */
function streamOf(
  content: AskInternal,
  sha256: Sha256,
  { start, end }: { readonly start: number; readonly end: number },
): ReadableStream<Uint8Array> {
  let position = start
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const part = await content('content.part', {
          sha256,
          start: position,
          length: Math.min(PART_BYTES, end - position),
        })
        if (!part.ok || part.value.bytes.length === 0) {
          controller.error(new Error('the bytes of a blob cannot be read'))
          return
        }
        position += part.value.bytes.length
        controller.enqueue(part.value.bytes)
        if (position >= end) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
