import { createWriteStream } from 'node:fs'
import { mkdir, rm, utimes } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { dirname, extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { appError, type AppError } from '../../../shared/app-error.ts'
import {
  FOLDER_HEADER,
  MODIFIED_HEADER,
  PATH_HEADER,
  SESSION_HEADER,
  type UploadedFile,
} from '../../../shared/ipc/browser-pipe.ts'
import type { Nothing } from '../../../shared/model/nothing.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { refusal } from '../../ipc/router/refusal.ts'
import type { Scratch } from './scratch.ts'
import { uploadPath } from './upload-path.ts'

/** Takes files from the window into the scratch folder. */
export interface Uploads {
  /** Streams the one file of a request to where an import can read it. */
  readonly receive: (request: IncomingMessage) => Promise<Response>
  /** Removes the files of one giving. */
  readonly forget: (folder: string) => Promise<Result<Nothing>>
}

/** Most numbers tried for a name that is taken. */
const MOST_NAMESAKES = 1_000

/** Uploads into folders of `scratch`, for windows whose session is known. */
export function createUploads(scratch: Scratch, isKnown: (session: string) => boolean): Uploads {
  const folders = new Set<string>()

  const folderOf = (request: IncomingMessage): string | null => {
    const said = header(request, FOLDER_HEADER)
    if (said !== null) return folders.has(said) ? said : null
    const made = scratch.newFolder()
    folders.add(made)
    return made
  }

  return {
    receive: async (request) => {
      if (!isKnown(header(request, SESSION_HEADER) ?? '')) return refusal(401, 'Not known.', { connection: 'close' })
      const names = uploadPath(header(request, PATH_HEADER) ?? '')
      if (names === null || request.headers['content-type'] !== 'application/octet-stream') {
        return refusal(400, 'No such file.', { connection: 'close' })
      }
      const folder = folderOf(request)
      const done = folder === null ? err(appError('host/upload-not-found')) : await receiveFile(request, folder, names)
      // What still comes is let go by, so that the window gets to read the answer.
      request.resume()
      return answerWith(done)
    },
    forget: async (folder) => {
      if (!folders.delete(folder)) return err(appError('host/upload-not-found'))
      await rm(folder, { recursive: true, force: true })
      return ok({})
    },
  }
}

async function receiveFile(
  request: IncomingMessage,
  folder: string,
  names: readonly string[],
): Promise<Result<UploadedFile>> {
  try {
    const path = await write(request, join(folder, ...names), folder)
    const modified = Number(header(request, MODIFIED_HEADER))
    if (Number.isFinite(modified) && modified > 0) await utimes(path, new Date(), new Date(modified))
    const [top = ''] = names
    return ok({ folder, path: names.length > 1 ? join(folder, top) : path })
  } catch (error) {
    return err(failureOf(error))
  }
}

/** Writes the body to a new file and answers its path; a half-written one is removed again. */
async function write(request: IncomingMessage, wanted: string, folder: string): Promise<string> {
  if (!resolve(wanted).startsWith(folder + sep)) throw new Error('an upload may not leave its folder')
  await mkdir(dirname(wanted), { recursive: true, mode: 0o700 })
  for (let number = 1; number <= MOST_NAMESAKES; number += 1) {
    const path = number === 1 ? wanted : numbered(wanted, number)
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
    const taken = await openingFails(file)
    if (taken !== null && taken.code !== 'EEXIST') throw taken
    if (taken !== null) continue
    try {
      await pipeline(request, file)
      return path
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }
  throw new Error('a thousand files of one name')
}

function openingFails(file: ReturnType<typeof createWriteStream>): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    file.once('open', () => {
      file.off('error', resolve)
      resolve(null)
    })
    file.once('error', resolve)
  })
}

function numbered(path: string, number: number): string {
  const extension = extname(path)
  return `${path.slice(0, path.length - extension.length)} (${String(number)})${extension}`
}

function failureOf(error: unknown): AppError {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return appError('host/upload-no-space')
  return appError('host/upload-failed', { cause: code ?? 'the connection ended' })
}

function answerWith(result: Result<UploadedFile>): Response {
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
