import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { appError, type AppError } from '../../../shared/app-error.ts'
import { nativeErrorCode } from '../../../shared/native-error-code.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Bundle, BundleFile, ImportSource } from '../format.ts'
import { hostile, lockedByPassword, problemOfEntries, problemOfEntry } from './check-entries.ts'
import { entryName, isHiddenName } from './entry-name.ts'
import { entrySource, type LookedAt, type NamedEntry } from './entry-source.ts'
import { MAX_ENTRIES } from './limits.ts'
import { readFileInZip } from './file-in-zip.ts'
import { opens } from './locked/unlock-entry.ts'
import { spool } from './spool.ts'
import { openZipFile } from './zip-file-reader.ts'

/** A ZIP whose entries can be read until it is closed. */
export interface OpenZip extends AsyncDisposable {
  readonly bundle: Bundle
  /** Entries that are not read, and why; none of them is in the bundle. */
  readonly refused: readonly { readonly path: string; readonly error: AppError }[]
}

/**
 * Opens a ZIP (also ZIP64) within the limits of `limits.ts`: its list of entries is read, nothing unpacked. Errors:
 * `import/container-damaged`, `import/container-refused`, `import/too-large`, `import/not-readable`, and
 * `import/locked` when a password locks all of it and the one given, if any, does not open it.
 *
 *     await using zip = …
 */
export async function openZip(source: ImportSource, password: string | null = null): Promise<Result<OpenZip>> {
  const file = source.filePath === undefined ? await spool(source) : ok({ path: source.filePath, remove: undefined })
  if (!file.ok) return file
  const { path, remove } = file.value
  return openWithin(() => openZipFile(path, LENIENT), { ...source, container: source, remove, password })
}

/** Opens a ZIP whose bytes are at hand, within the same limits. */
export async function openZipBytes(
  bytes: Uint8Array,
  path: string,
  password: string | null = null,
): Promise<Result<OpenZip>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return openWithin(() => fromBufferPromise(buffer, LENIENT), { path, fileName: null, container: null, password })
}

/** A name that the library does not like would end the whole list; `entryName` judges each by itself. */
const LENIENT = { autoClose: false, decodeStrings: false } as const

interface Opening extends Pick<Bundle, 'path' | 'fileName' | 'container'> {
  readonly remove?: (() => Promise<void>) | undefined
  readonly password: string | null
}

async function openWithin(open: () => Promise<ZipFile>, opening: Opening): Promise<Result<OpenZip>> {
  let zip: ZipFile | undefined
  const dispose = async (): Promise<void> => {
    zip?.close()
    await opening.remove?.()
  }
  try {
    zip = await open()
    const entries = await listEntries(zip)
    const problem =
      entries === null
        ? hostile(opening.path, `it holds more than ${String(MAX_ENTRIES)} files`)
        : ((await problemOfLock(zip, entries, opening)) ?? problemOfEntries(entries, opening.path, zip.fileSize))
    if (problem === null) return ok({ ...openEntries(zip, entries ?? [], opening), [Symbol.asyncDispose]: dispose })
    await dispose()
    return err(problem)
  } catch (error) {
    await dispose()
    return err(openError(opening.path, error))
  }
}

/** One reason says it, where thousands of entries would each say the same. */
async function problemOfLock(
  zip: ZipFile,
  entries: readonly Entry[],
  { path, password }: Opening,
): Promise<AppError | null> {
  const files = entries.filter((entry) => entryName(entry)?.endsWith('/') !== true)
  const [entry] = files
  if (entry === undefined || files.length < 2 || !files.every((one) => one.isEncrypted())) return null
  if (password === null) return lockedByPassword(path, 'none')
  return (await opens({ zip, entry, path }, password)) ? null : lockedByPassword(path, 'another')
}

function openError(path: string, error: unknown): AppError {
  const code = nativeErrorCode(error)
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return appError('import/not-readable', { path, cause: code })
  return appError('import/container-damaged', { path, cause: error instanceof Error ? error.message : String(error) })
}

/** null = more than are allowed; the number stated up front is not trusted. */
async function listEntries(zip: ZipFile): Promise<readonly Entry[] | null> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    if (entries.length > MAX_ENTRIES) return null
  }
  return entries
}

function openEntries(
  zip: ZipFile,
  entries: readonly Entry[],
  { path, fileName, container, password }: Opening,
): Pick<OpenZip, 'bundle' | 'refused'> {
  const refused: { path: string; error: AppError }[] = []
  const files: BundleFile[] = []
  const byName = new Map<string, BundleFile>()
  const looked: LookedAt = { whole: null, password }
  for (const named of nameEntries(entries, path)) {
    const { entry, name } = named
    const error = problemOfEntry(entry, named.path, password)
    if (error !== null) {
      refused.push({ path: named.path, error })
      continue
    }
    const plain = entrySource(zip, named, looked)
    const file: BundleFile = {
      ...plain,
      fileBeside: (address, use) => readFileInZip(byName, { page: name, address, use }),
    }
    files.push(file)
    byName.set(name, file)
  }
  return { refused, bundle: { path, fileName, files, container } }
}

/** Files (no folders, nothing hidden) with what they are called; a name that comes again is told apart by a number. */
function* nameEntries(entries: readonly Entry[], path: string): Generator<NamedEntry> {
  const times = new Map<string, number>()
  for (const entry of entries) {
    const name = entryName(entry) ?? entry.fileNameRaw.toString('latin1').slice(0, 200)
    if (name === '' || name.endsWith('/') || (entryName(entry) !== null && isHiddenName(name))) continue
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    yield { entry, name, path: `${path}#${name}${time === 1 ? '' : ` (${String(time)})`}` }
  }
}
