import { createHash, randomBytes } from 'node:crypto'
import { CHECKSUM_DIGITS, CHECKSUM_LINE, readChecksum } from '../../shared/text/checksum-line.ts'

/**
 * What a template prints for `{{ checksum }}` until the whole file is known. Drawn anew for each run of the program, so
 * that no article can hold it as its text.
 */
export const CHECKSUM_TO_COME = randomBytes(CHECKSUM_DIGITS / 2).toString('hex')

/** Fills in the checksum of a file's content without the line that carries it; content without the line stays. */
export function fillInChecksum(content: string): string {
  const [line] = CHECKSUM_LINE.exec(content) ?? []
  if (line?.includes(CHECKSUM_TO_COME) !== true) return content
  const checksum = checksumOf(content.replace(line, ''))
  return content.replace(line, line.replace(CHECKSUM_TO_COME, checksum))
}

/** Whether a file is as the export wrote it: `unknown` when it carries no checksum. */
export function compareChecksum(content: string): 'unedited' | 'edited' | 'unknown' {
  const said = readChecksum(content)
  if (said === null) return 'unknown'
  return checksumOf(said.content) === said.checksum ? 'unedited' : 'edited'
}

function checksumOf(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex').slice(0, CHECKSUM_DIGITS)
}
