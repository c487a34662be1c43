import { appError, type AppError } from '../../shared/app-error.ts'
import {
  FOLDER_HEADER,
  MODIFIED_HEADER,
  PATH_HEADER,
  SESSION_HEADER,
  UPLOAD_PATH,
  type UploadedFile,
} from '../../shared/ipc/browser-pipe.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { session } from './browser-session.ts'
import type { GivenFile, GiveFiles } from './host-pipe.ts'

/** Files underway at a time; a browser opens at most six connections to one host, and pictures want some. */
const AT_ONCE = 3

/** Uploads files one by one, each streamed from where it lies; the first that fails ends it. */
export const giveFiles: GiveFiles = async (files, onProgress) => {
  const total = files.reduce((sum, { file }) => sum + file.size, 0)
  const sent = new Map<GivenFile, number>()
  const paths = new Set<string>()
  let sum = 0
  const tell = (given: GivenFile, bytes: number): void => {
    sum += bytes - (sent.get(given) ?? 0)
    sent.set(given, bytes)
    onProgress(sum, total)
  }
  const [first, ...others] = files
  if (first === undefined) return ok({ paths: [], folder: null })
  const begun = await upload(first, null, tell)
  if (!begun.ok) return begun
  const { folder } = begun.value
  paths.add(begun.value.path)
  const queue = others.values()
  const failures: AppError[] = []
  const work = async (): Promise<void> => {
    for (const given of queue) {
      if (failures.length > 0) return
      const done = await upload(given, folder, tell)
      if (done.ok) paths.add(done.value.path)
      else failures.push(done.error)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const [failure] = failures
  return failure === undefined ? ok({ paths: [...paths], folder }) : err(failure)
}

/** By XMLHttpRequest, which tells how much has gone out; `fetch` does not. */
function upload(
  given: GivenFile,
  folder: string | null,
  tell: (given: GivenFile, bytes: number) => void,
): Promise<Result<UploadedFile>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', UPLOAD_PATH)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader(SESSION_HEADER, session())
    request.setRequestHeader(PATH_HEADER, encodeURIComponent(given.path))
    request.setRequestHeader(MODIFIED_HEADER, String(given.file.lastModified))
    if (folder !== null) request.setRequestHeader(FOLDER_HEADER, encodeURIComponent(folder))
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded }) => {
      tell(given, Math.min(loaded, given.file.size))
    }
    request.onload = () => {
      tell(given, given.file.size)
      resolve((request.response as Result<UploadedFile> | null) ?? err(appError('host/core-stopped')))
    }
    request.onerror = () => {
      resolve(err(appError('host/core-stopped')))
    }
    request.send(given.file)
  })
}
