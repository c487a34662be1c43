/** Longest name in bytes of UTF-8, extension included: ext4 and APFS take 255, sync services and archives less. */
const LONGEST = 200

/** Names that Windows keeps for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** Letters that Windows or macOS refuse, control characters, and marks that would turn the rest of a name around. */

const REFUSED = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g

/** Half surrogate pairs, which UTF-8 cannot carry. */
const LONE_SURROGATES = /\p{Surrogate}/gu

/**
 * A title as a file name that Windows, macOS and Linux take, and sync services between them: NFC, at most 200 bytes
 * with its extension, no path, no reserved name, no dot or space at either end, never empty. Scripts stay as they are.
 */
export function safeFileName(title: string, extension: string): string {
  const cleaned = title.normalize('NFC').replace(LONE_SURROGATES, '').replace(REFUSED, ' ').replace(/\s+/g, ' ')
  const trimmed = trimEnds(cutToBytes(trimEnds(cleaned), LONGEST - byteLength(extension)))
  const named = trimmed === '' ? 'Untitled' : trimmed
  return `${RESERVED.test(named) ? `_${cutToBytes(named, LONGEST - byteLength(extension) - 1)}` : named}${extension}`
}

/** The name with a number before its extension: `Title (2).md`. Within the same limit. */
export function numberedFileName(title: string, number: number, extension: string): string {
  return safeFileName(title, ` (${number})${extension}`)
}

/** How a name compares where case and Unicode form do not count, as on Windows and macOS. */
export function fileNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function trimEnds(text: string): string {
  return text.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '')
}

/** Bytes of UTF-8, where there is no encoder to ask. */
function byteLength(text: string): number {
  let length = 0
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return length
}

/** The beginning that fits, cut between whole characters as people see them. */
function cutToBytes(text: string, most: number): string {
  if (byteLength(text) <= most) return text
  let cut = ''
  let length = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    length += byteLength(segment)
    if (length > most) break
    cut += segment
  }
  return cut
}
