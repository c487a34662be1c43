/** CRC-32 of each single byte, by the polynomial of ZIP. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum >>> 0
})

/** Bytes before an entry's own that only stir the cipher; the last of them tells whether the password is right. */
export const STIR_BYTES = 12

/**
 * The traditional cipher of ZIP under a password (PKWARE, APPNOTE.TXT 6.1): weak by today's measure, and still what most
 * programs lock ZIPs with. Answers a function that decrypts piece after piece.
 */
export function createZipCipher(password: Uint8Array): (piece: Uint8Array) => Uint8Array {
  let [one, two, three] = [0x12345678, 0x23456789, 0x34567890]
  const stir = (byte: number): void => {
    one = ((TABLE[(one ^ byte) & 0xff] ?? 0) ^ (one >>> 8)) >>> 0
    two = (Math.imul((two + (one & 0xff)) >>> 0, 134775813) + 1) >>> 0
    three = ((TABLE[(three ^ (two >>> 24)) & 0xff] ?? 0) ^ (three >>> 8)) >>> 0
  }
  for (const byte of password) stir(byte)
  return (piece) => {
    const plain = new Uint8Array(piece.length)
    for (let index = 0; index < piece.length; index++) {
      const key = (three & 0xffff) | 2
      const byte = (piece[index] ?? 0) ^ ((Math.imul(key, key ^ 1) >>> 8) & 0xff)
      plain[index] = byte
      stir(byte)
    }
    return plain
  }
}
