/** The longest comment that a ZIP may end with, and the record before it. */
const TAIL = 0xffff + 22
const END = Buffer.from('PK\x05\x06', 'latin1')

/**
 * The ZIP that a page carries behind or within it (SingleFile's pages that unpack themselves), or null. Its end record stands
 * near the page's end, and what it says of the list of entries before it is true; offsets in it may count from the start of
 * the page or of the ZIP.
 */
export function zipBehindPage(page: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.length)
  const tail = Math.max(0, bytes.length - TAIL)
  for (let at = bytes.lastIndexOf(END); at >= tail; at = at === 0 ? -1 : bytes.lastIndexOf(END, at - 1)) {
    const start = startOfZip(bytes, at)
    if (start !== null) return page.subarray(start)
  }
  return null
}

function startOfZip(bytes: Buffer, end: number): number | null {
  if (end + 22 > bytes.length || end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length) return null
  const [size, offset] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)]
  const list = end - size
  if (size === 0 || list < 0 || bytes.readUInt32LE(list) !== LIST_ENTRY || offset > list) return null
  // Counted from the page's start, the list lies where it says; else the ZIP begins so many bytes later.
  return list - offset
}

/** `PK\x01\x02` */
const LIST_ENTRY = 0x02014b50
