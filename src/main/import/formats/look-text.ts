/**
 * The beginning of a source as Latin-1, for patterns of ASCII letters: without byte order mark, and without the NULs of
 * UTF-16, so that tags and keywords read the same in every encoding we know.
 */
export function lookText(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  return text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '')
}
