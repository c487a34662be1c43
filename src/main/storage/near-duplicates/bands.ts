/**
 * Locality-sensitive hashing over a MinHash fingerprint of 64 values: 10 bands of 6 values (the last 4 are not used).
 *
 * Two fingerprints are proposed when at least 55 of 64 values are equal (55/64 = 0.859 is the least estimate that is
 * not under 0.85), so at most 9 differ. Nine differences cannot touch ten bands: one band is always equal, and **every
 * pair that would be proposed is found**. Fewer bands lose this; more would only cost (each is an insert at a random
 * place). By true similarity s, a pair shares a band with 1 − (1 − s^6)^10: 0.991 at 0.85, 0.9995 at 0.9, but 0.14 at
 * 0.5 and 0.007 at 0.3, so that few unlike articles are looked at. (16 bands of 4: 0.99999 at 0.85, but 0.64 at 0.5,
 * and 1.6 times the rows. 8 of 8: 0.92 at 0.85.)
 */
export const BANDS = 10
const ROWS = 6

/** Values of a fingerprint. */
export const FINGERPRINT_VALUES = 64
/** The least number of equal values that is a similarity of 0.85 or more. */
export const LEAST_EQUAL = Math.ceil(0.85 * FINGERPRINT_VALUES)

/** Reads the 64 values; a fingerprint of another length is a bug. */
export function fingerprintValues(fingerprint: Uint8Array): Uint32Array {
  if (fingerprint.byteLength !== FINGERPRINT_VALUES * 4) {
    throw new Error(`a fingerprint has ${String(FINGERPRINT_VALUES * 4)} bytes, not ${String(fingerprint.byteLength)}`)
  }
  const view = new DataView(fingerprint.buffer, fingerprint.byteOffset, fingerprint.byteLength)
  return Uint32Array.from({ length: FINGERPRINT_VALUES }, (_, index) => view.getUint32(index * 4, true))
}

/**
 * Keys of the bands, 32 bits each with the band's number mixed in. Unlike bands rarely share a key (at a million
 * articles a look-up meets 0.002 strangers), and candidates are compared whole anyway; four bytes keep the table small.
 */
export function bandKeys(values: Uint32Array): readonly number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let key = mix(band + 1)
    for (let row = 0; row < ROWS; row++) key = mix(key ^ (values[band * ROWS + row] ?? 0))
    return key
  })
}

/** How many of the 64 values are equal: an estimate of the Jaccard similarity, standard deviation 0.045 at 0.85. */
export function equalValues(left: Uint32Array, right: Uint32Array): number {
  let equal = 0
  for (let index = 0; index < left.length; index++) if (left[index] === right[index]) equal++
  return equal
}

/** The 32-bit finaliser of MurmurHash3 (Austin Appleby, public domain): every bit of the input moves every bit. */
function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
