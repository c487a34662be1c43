/** Hex digits of an exported file's checksum: 64 bits, far more than an edit made by hand could meet by chance. */
export const CHECKSUM_DIGITS = 16

/** The line as YAML front matter or as a page property of Logseq; the first one in a file counts. */
export const CHECKSUM_LINE = /^checksum(?:: "([0-9a-f]{16})"|:: ([0-9a-f]{16}))(?:\n|$)/m

/** What a file says its checksum is, and the content that it was taken over; null for a file without the line. */
export function readChecksum(content: string): { readonly checksum: string; readonly content: string } | null {
  const [line, inYaml, inProperty] = CHECKSUM_LINE.exec(content) ?? []
  const checksum = inYaml ?? inProperty
  return line === undefined || checksum === undefined ? null : { checksum, content: content.replace(line, '') }
}
