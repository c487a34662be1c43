import { wordBorders } from './word-borders.ts'
import { wordsOf } from './words.ts'

/** Hash functions of a fingerprint: the standard error of its similarity is at most 1/16. */
const size = 64
/** Words in a shingle. */
const shingleLength = 4
/** Texts with fewer different shingles say too little to be compared. */
const fewestShingles = 20

/* Two odd multipliers and a mask for each hash function, drawn once from splitmix32 with a fixed seed: fingerprints of
   different archives and versions compare. Changing anything here makes all stored fingerprints worthless. */
const masks = new Int32Array(size)
const multipliers = new Int32Array(size)
const draw = splitmix32(0x0ff_9217)
for (let index = 0; index < size; index += 1) {
  masks[index] = draw()
  multipliers[index] = draw() | 1
}

/**
 * MinHash of the text's word 4-shingles (of Chinese and Japanese: character 4-shingles), after Broder 1997: 64 unsigned
 * 32-bit numbers, little-endian. null for texts with fewer than 20 different shingles. Case does not count.
 */
export function fingerprintOf(text: string): Uint8Array | null {
  const shingles = shinglesOf(text)
  if (shingles.size < fewestShingles) return null
  const hashes = Int32Array.from(shingles)
  const bytes = new Uint8Array(size * 4)
  const view = new DataView(bytes.buffer)
  for (const [index, mask] of masks.entries())
    view.setUint32(index * 4, minimumOf(hashes, mask, multipliers[index] ?? 0), true)
  return bytes
}

/* Least value of one hash function. Compared as signed integers with the first bit turned: V8 keeps those in registers. */
function minimumOf(shingles: Int32Array, mask: number, multiplier: number): number {
  let least = 0x7fff_ffff
  // By number: an iterator takes half as long again.
  let at = 0
  while (at < shingles.length) {
    let hash = Math.imul((shingles[at++] ?? 0) ^ mask, multiplier)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d)
    hash = hash ^ (hash >>> 13) ^ 0x8000_0000
    if (hash < least) least = hash
  }
  return (least ^ 0x8000_0000) >>> 0
}

/** Estimated share of shingles two texts have in common (Jaccard), from their fingerprints: 0 to 1 in steps of 1/64. */
export function similarityOf(a: Uint8Array, b: Uint8Array): number {
  const left = new DataView(a.buffer, a.byteOffset, a.byteLength)
  const right = new DataView(b.buffer, b.byteOffset, b.byteLength)
  let equal = 0
  for (let index = 0; index < size; index += 1) {
    if (left.getUint32(index * 4, true) === right.getUint32(index * 4, true)) equal += 1
  }
  return equal / size
}

/** The 32-bit hashes of a text's different shingles. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = hashWords(text.toLowerCase())
  const shingles = new Set<number>()
  for (let start = 0; start + shingleLength <= words.length; start += 1) {
    let hash = 0
    for (let offset = 0; offset < shingleLength; offset += 1)
      hash = mixed(Math.imul(hash, 31) ^ (words[start + offset] ?? 0))
    // Signed ones V8 keeps in place, half of the unsigned ones as objects.
    shingles.add(hash | 0)
  }
  return shingles
}

function hashWords(text: string): readonly number[] {
  const borders = wordBorders(text)
  if (borders === null) return wordsOf(text).map((word) => hashOf(word, 0, word.length))
  const hashes: number[] = []
  for (let at = 0; at < borders.length; at += 2) hashes.push(hashOf(text, borders[at] ?? 0, borders[at + 1] ?? 0))
  return hashes
}

/* FNV-1a over UTF-16 code units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c_9dc5
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193)
  return mixed(hash) | 0
}

/* The finalizer of MurmurHash3. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function splitmix32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x9e37_79b9) | 0
    return mixed(state)
  }
}
