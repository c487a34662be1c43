import { createWriteStream } from 'node:fs'
import { mkdir, rm, utimes } from 'node:fs/promises'
import { dirname, extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** A file to be written into a scratch folder. */
export interface UploadToWrite {
  readonly folder: string
  /** The names on the way to it, as `uploadPath` answers them. */
  readonly names: readonly string[]
  readonly content: AsyncIterable<Uint8Array>
  /** When it was last changed, in milliseconds since 1970; 0 = not known. */
  readonly modified: number
}

/** Most numbers tried for a name that is taken. */
const MOST_NAMESAKES = 1_000

/**
 * Writes it under a name that was free and answers what to import: the file, or the folder among what was given that it
 * lies in. A half-written one is removed again; throws what the file system says.
 */
export async function writeUpload({ folder, names, content, modified }: UploadToWrite): Promise<string> {
  const path = await write(content, join(folder, ...names), folder)
  if (Number.isFinite(modified) && modified > 0) await utimes(path, new Date(), new Date(modified))
  const [top = ''] = names
  return names.length > 1 ? join(folder, top) : path
}

async function write(content: AsyncIterable<Uint8Array>, wanted: string, folder: string): Promise<string> {
  if (!resolve(wanted).startsWith(folder + sep)) throw new Error('an upload may not leave its folder')
  await mkdir(dirname(wanted), { recursive: true, mode: 0o700 })
  for (let number = 1; number <= MOST_NAMESAKES; number += 1) {
    const path = number === 1 ? wanted : numbered(wanted, number)
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
    const taken = await openingFails(file)
    if (taken !== null && taken.code !== 'EEXIST') throw taken
    if (taken !== null) continue
    try {
      await pipeline(content, file)
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
