/** First bytes of formats that are never text. */
const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // ZIP and everything built on it
  [0x50, 0x4b, 0x05, 0x06], // empty ZIP
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x47, 0x49, 0x46, 0x38], // GIF8
  [0xff, 0xd8, 0xff], // JPEG
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x1f, 0x8b, 0x08], // gzip
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], // xz
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], // 7z
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], // Rar!
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], // OLE: old Office files
  [0xca, 0xfe, 0xba, 0xbe], // Java class, universal Mach-O
  [0xcf, 0xfa, 0xed, 0xfe], // Mach-O
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], // SQLite f(ormat)
  [0x4f, 0x67, 0x67, 0x53, 0x00], // Ogg
  [0x49, 0x44, 0x33, 0x03], // ID3
  [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74, 0x30, 0x30], // binary property list
]

/** How many of the first bytes are looked at. */
const SAMPLE_BYTES = 65_536
/** Above this share of control characters (NUL among them) a sample is not text in any encoding we read. */
const MAX_CONTROL_SHARE = 0.01

/**
 * Whether the first bytes of a file are something else than text: a known binary format, or too many control
 * characters. UTF-16, with a byte order mark or plainly without one, is text.
 */
export function isBinary(head: Uint8Array): boolean {
  const sample = head.subarray(0, SAMPLE_BYTES)
  if (MAGIC.some((magic) => startsWith(sample, magic)) || isWindowsProgram(sample)) return true
  if (startsWith(sample, [0xff, 0xfe]) || startsWith(sample, [0xfe, 0xff])) return false
  if (utf16WithoutMark(sample) !== null) return false
  return controlCharacters(sample) > sample.length * MAX_CONTROL_SHARE
}

/**
 * UTF-16 of a text that is mostly Latin shows as NULs at every other byte; null when the bytes do not look so.
 * CJK text without a mark cannot be told from other encodings this way.
 */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4 || !sample.includes(0)) return null
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const half = sample.length / 2
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
  return null
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

/** `MZ` alone is also how a text can begin; a program's header holds NULs at once. */
function isWindowsProgram(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x4d, 0x5a]) && bytes.subarray(0, 64).includes(0)
}

/** Tab, newlines, form feed and escape (ISO-2022-JP) occur in texts. */
function controlCharacters(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b)) count++
  }
  return count
}
