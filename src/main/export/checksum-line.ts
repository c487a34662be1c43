import { createHash, randomBytes } from 'node:crypto'

/** Hex digits of a checksum: 64 bits, far more than an edit made by hand could meet by chance. */
const DIGITS = 16

/** The line as YAML front matter or as a page property of Logseq; the first one in a file counts. */
const LINE = /^checksum(?:: "([0-9a-f]{16})"|:: ([0-9a-f]{16}))(?:\n|$)/m

/**
 * What a template prints for `{{ checksum }}` until the whole file is known. Drawn anew for each run of the program, so
 * that no article can hold it as its text.
 */
export const CHECKSUM_TO_COME = randomBytes(DIGITS / 2).toString('hex')

/** Fills in the checksum of a file's content without the line that carries it; content without the line stays. */
export function fillInChecksum(content: string): string {
  const [line] = LINE.exec(content) ?? []
  if (line?.includes(CHECKSUM_TO_COME) !== true) return content
  const checksum = checksumOf(content.replace(line, ''))
  return content.replace(line, line.replace(CHECKSUM_TO_COME, checksum))
}

/** Whether a file is as the export wrote it: `unknown` when it carries no checksum. */
export function compareChecksum(content: string): 'unedited' | 'edited' | 'unknown' {
  const [line, inYaml, inProperty] = LINE.exec(content) ?? []
  if (line === undefined) return 'unknown'
  return checksumOf(content.replace(line, '')) === (inYaml ?? inProperty) ? 'unedited' : 'edited'
}

function checksumOf(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex').slice(0, DIGITS)
}
