import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file under a temporary name beside it and renames it when its bytes are on disk: under its own name there
 * is always the whole file, or what stood there before. Throws what the file system does, and leaves nothing then.
 */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
  // Short and without the title, so that a name of the longest length still has room for its temporary one.
  const temporary = join(dirname(path), `.offprint-${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
