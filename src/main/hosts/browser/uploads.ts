import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { appError, type AppError } from '../../../shared/app-error.ts'
import {
  FOLDER_HEADER,
  MODIFIED_HEADER,
  PARCEL_TYPE,
  PATH_HEADER,
  SESSION_HEADER,
  SINGLE_TYPE,
  type UploadedFiles,
} from '../../../shared/ipc/browser-pipe.ts'
import type { Nothing } from '../../../shared/model/nothing.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { refusal } from '../../ipc/router/refusal.ts'
import { readParcel } from './read-parcel.ts'
import type { Scratch } from '../scratch.ts'
import { uploadPath } from '../upload-path.ts'
import { writeUpload } from './write-upload.ts'

/** Takes files from the window into the scratch folder. */
export interface Uploads {
  /** Takes the one file of a request, streamed, or its parcel of small ones, to where an import can read them. */
  readonly receive: (request: IncomingMessage) => Promise<Response>
  /** Removes the files of one giving. */
  readonly forget: (folder: string) => Promise<Result<Nothing>>
}

/** A file of a request, wherever its bytes are. */
interface Given {
  readonly path: string
  readonly modified: number
  readonly content: AsyncIterable<Uint8Array>
}

/** Uploads into folders of `scratch`, for windows whose session is known. */
export function createUploads(scratch: Scratch, isKnown: (session: string) => boolean): Uploads {
  const folders = new Set<string>()

  const remove = async (folder: string): Promise<void> => {
    folders.delete(folder)
    await rm(folder, { recursive: true, force: true })
  }

  /** Into the folder that is named, or a new one, which goes again when nothing came of it. */
  const keep = async (named: string | null, files: readonly Given[]): Promise<Result<UploadedFiles>> => {
    if (named !== null && !folders.has(named)) return err(appError('host/upload-not-found'))
    const folder = named ?? scratch.newFolder()
    folders.add(folder)
    const kept = await keepFiles(folder, files)
    if (!kept.ok && named === null) await remove(folder)
    return kept
  }

  return {
    receive: async (request) => {
      if (!isKnown(header(request, SESSION_HEADER) ?? '')) return refusal(401, 'Not known.', { connection: 'close' })
      const files = await filesOf(request)
      if (files === null) return refusal(400, 'No such file.', { connection: 'close' })
      const done = await keep(header(request, FOLDER_HEADER), files)
      // What still comes is let go by, so that the window gets to read the answer.
      request.resume()
      return answerWith(done)
    },
    forget: async (folder) => {
      if (!folders.has(folder)) return err(appError('host/upload-not-found'))
      await remove(folder)
      return ok({})
    },
  }
}

/** What a request brings; null when it is no upload, or the connection ended before its list was whole. */
async function filesOf(request: IncomingMessage): Promise<readonly Given[] | null> {
  switch (request.headers['content-type']) {
    case SINGLE_TYPE: {
      const path = header(request, PATH_HEADER)
      return path === null ? null : [{ path, modified: Number(header(request, MODIFIED_HEADER)), content: request }]
    }
    case PARCEL_TYPE: {
      const parcel = await readParcel(request).catch(() => null)
      return parcel?.map(({ bytes, ...about }) => ({ ...about, content: oncePiece(bytes) })) ?? null
    }
    default:
      return null
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- content comes in time elsewhere, these bytes are at hand
async function* oncePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A name that cannot stand here takes only its own file out; a disk that is full or broken ends the rest as well. */
async function keepFiles(folder: string, files: readonly Given[]): Promise<Result<UploadedFiles>> {
  const paths: (string | null)[] = []
  for (const { path, modified, content } of files) {
    const names = uploadPath(path)
    try {
      paths.push(names === null ? null : await writeUpload({ folder, names, content, modified }))
    } catch (error) {
      if (!isOfName(error)) return err(failureOf(error))
      paths.push(null)
    }
  }
  return ok({ folder, paths })
}

/** A file where a folder should be, or the other way round, a path too long as a whole. */
const OF_NAME: ReadonlySet<string | undefined> = new Set(['ENAMETOOLONG', 'ENOTDIR', 'EISDIR', 'EEXIST', 'EINVAL'])

function isOfName(error: unknown): boolean {
  return OF_NAME.has((error as NodeJS.ErrnoException).code)
}

function failureOf(error: unknown): AppError {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return appError('host/upload-no-space')
  return appError('host/upload-failed', { cause: code ?? 'the connection ended' })
}

function answerWith(result: Result<UploadedFiles>): Response {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  return Response.json(result, { status: result.ok ? 200 : 507, headers })
}

/** A header's value as `encodeURIComponent` wrote it; null when there is none, or it is not so written. */
function header(request: IncomingMessage, name: string): string | null {
  const [value, ...more] = request.headersDistinct[name] ?? []
  if (value === undefined || more.length > 0) return null
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}
