import { open, readFile, stat } from 'node:fs/promises'
import { nativeErrorCode } from '../../shared/native-error-code.ts'
import { compareChecksum } from './checksum-line.ts'

/** Bytes at the beginning of a file among which its own uid is looked for. */
const HEAD = 16_384

/**
 * What stands under a name that an article is to have. `foreign`: nothing of this article's, or not readable; `equal`:
 * already the content to be written; `unedited`: an export of the article as it was written; `edited`: one that was
 * changed since; `unknown`: it speaks of the article and carries no checksum, so that a person may have written in it.
 */
export type StandingFile = 'missing' | 'foreign' | 'equal' | 'unedited' | 'edited' | 'unknown'

/** Looks at what stands at `path`, where `content` of the article `uid` is to be written. */
export async function lookAtStandingFile(path: string, uid: string, content: string): Promise<StandingFile> {
  try {
    // Opening a pipe would wait for its other end.
    if (!(await stat(path)).isFile()) return 'foreign'
    if (!(await readHead(path)).includes(uid)) return 'foreign'
    const standing = await readFile(path)
    // Compared as bytes: what is not UTF-8 was never written here.
    if (standing.equals(Buffer.from(content))) return 'equal'
    return compareChecksum(standing.toString('utf8'))
  } catch (error) {
    if (nativeErrorCode(error) === undefined) throw error
    return nativeErrorCode(error) === 'ENOENT' ? 'missing' : 'foreign'
  }
}

async function readHead(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD) })
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
