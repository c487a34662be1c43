import { appError } from '../../shared/app-error.ts'
import {
  FOLDER_HEADER,
  MODIFIED_HEADER,
  PARCEL_TYPE,
  PATH_HEADER,
  SESSION_HEADER,
  SINGLE_TYPE,
  UPLOAD_PATH,
  type ParcelEntry,
  type UploadedFiles,
} from '../../shared/ipc/browser-pipe.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { session } from './browser-session.ts'
import type { GivenFile } from './host-pipe.ts'
import type { Parcel } from './parcels.ts'

/** How a parcel is sent. */
export interface Sending {
  /** The scratch folder that those before it lie in; null = it is the first. */
  readonly folder: string | null
  readonly signal: AbortSignal
  /** How many of the parcel's bytes have gone out. */
  readonly onSent: (bytes: number) => void
}

/** What came of a parcel. */
export interface SentParcel {
  /** Null = none of its files could be read, and nothing was sent. */
  readonly folder: string | null
  readonly paths: readonly string[]
  readonly unread: readonly string[]
}

/** Sends a parcel; files that cannot be read or taken are left out and named. */
export function sendParcel(parcel: Parcel, sending: Sending): Promise<Result<SentParcel>> {
  const [first] = parcel.files
  return parcel.alone && first !== undefined ? sendOne(first, sending) : sendMany(parcel.files, sending)
}

async function sendOne(given: GivenFile, sending: Sending): Promise<Result<SentParcel>> {
  const headers = { [PATH_HEADER]: given.path, [MODIFIED_HEADER]: String(given.file.lastModified) }
  const sent = await post({ type: SINGLE_TYPE, headers, body: given.file }, sending)
  if (sent.ok) return ok(told([given], [], sent.value))
  // A file that goes away under way breaks the request; whether it was that, only the file can say.
  const isLost = sent.error.code === 'host/core-stopped' && (await readStart(given.file)) === null
  return isLost ? ok({ folder: sending.folder, paths: [], unread: [given.path] }) : sent
}

async function sendMany(files: readonly GivenFile[], sending: Sending): Promise<Result<SentParcel>> {
  const read = await Promise.all(files.map(async (given) => ({ given, bytes: await readWhole(given.file) })))
  const readable = read.flatMap(({ given, bytes }) => (bytes === null ? [] : [{ given, bytes }]))
  const unread = read.filter(({ bytes }) => bytes === null).map(({ given }) => given.path)
  if (readable.length === 0) return ok({ folder: sending.folder, paths: [], unread })
  const list = readable.map(({ given, bytes }): ParcelEntry => ({
    path: given.path,
    modified: given.file.lastModified,
    size: bytes.byteLength,
  }))
  const json = new TextEncoder().encode(JSON.stringify(list))
  const length = new DataView(new ArrayBuffer(4))
  length.setUint32(0, json.byteLength)
  const body = new Blob([length, json, ...readable.map(({ bytes }) => bytes)])
  const sent = await post({ type: PARCEL_TYPE, headers: {}, body }, sending)
  const given = readable.map((one) => one.given)
  return sent.ok ? ok(told(given, unread, sent.value)) : sent
}

function told(sent: readonly GivenFile[], unread: readonly string[], { folder, paths }: UploadedFiles): SentParcel {
  const refused = sent.filter((_, index) => (paths[index] ?? null) === null).map(({ path }) => path)
  return { folder, paths: paths.filter((path) => path !== null), unread: [...unread, ...refused] }
}

/** Null = the file is not there any more, or closed to us; a browser finds out when it reads. */
async function readWhole(file: Blob): Promise<ArrayBuffer | null> {
  try {
    return await file.arrayBuffer()
  } catch {
    return null
  }
}

function readStart(file: File): Promise<ArrayBuffer | null> {
  return readWhole(file.slice(0, 1))
}

interface Posted {
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Blob
}

/** By XMLHttpRequest, which tells how much has gone out; `fetch` does not. */
function post({ type, headers, body }: Posted, { folder, signal, onSent }: Sending): Promise<Result<UploadedFiles>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const abort = (): void => request.abort()
    const end = (result: Result<UploadedFiles>) => (): void => {
      signal.removeEventListener('abort', abort)
      resolve(result)
    }
    request.open('POST', UPLOAD_PATH)
    request.setRequestHeader('content-type', type)
    request.setRequestHeader(SESSION_HEADER, session())
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, encodeURIComponent(value))
    if (folder !== null) request.setRequestHeader(FOLDER_HEADER, encodeURIComponent(folder))
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded }) => {
      onSent(Math.min(loaded, body.size))
    }
    request.onload = () => {
      end((request.response as Result<UploadedFiles> | null) ?? err(appError('host/core-stopped')))()
    }
    request.onerror = end(err(appError('host/core-stopped')))
    request.onabort = end(err(appError('import/cancelled')))
    signal.addEventListener('abort', abort)
    if (signal.aborted) end(err(appError('import/cancelled')))()
    else request.send(body)
  })
}
