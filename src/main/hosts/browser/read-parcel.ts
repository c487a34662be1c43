import type { IncomingMessage } from 'node:http'
import * as v from 'valibot'
import { MOST_PARCEL_BYTES, MOST_PARCEL_FILES } from '../../../shared/ipc/browser-pipe.ts'

/** One file of a parcel. */
export interface ParcelFile {
  readonly path: string
  readonly modified: number
  readonly bytes: Uint8Array
}

const LIST = v.pipe(
  v.array(
    v.strictObject({
      path: v.string(),
      modified: v.number(),
      size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PARCEL_BYTES)),
    }),
  ),
  v.maxLength(MOST_PARCEL_FILES),
)

/** Bytes that say how long the list of files is, the highest first. */
const LENGTH_BYTES = 4

/** Reads a body of many small files: the length of a list, the list as JSON, then their bytes; null = it is not that. */
export async function readParcel(request: IncomingMessage): Promise<readonly ParcelFile[] | null> {
  const body = await readBody(request)
  if (body === null || body.length < LENGTH_BYTES) return null
  const start = LENGTH_BYTES + body.readUInt32BE(0)
  const list = v.safeParse(LIST, parsed(body.subarray(LENGTH_BYTES, start).toString()))
  if (!list.success || start > body.length) return null
  const files: ParcelFile[] = []
  let from = start
  for (const { path, modified, size } of list.output) {
    files.push({ path, modified, bytes: body.subarray(from, from + size) })
    from += size
  }
  return from === body.length ? files : null
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > MOST_PARCEL_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
