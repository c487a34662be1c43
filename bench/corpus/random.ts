/** A stream of pseudo-random numbers that depends on its seed alone. Not for secrets. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Uniform whole number in [0, limit). */
  readonly below: (limit: number) => number
  /** True with the given chance. */
  readonly chance: (probability: number) => boolean
  /** Normal with mean 0 and deviation 1 (Box and Muller 1958). */
  readonly normal: () => number
}

/** Rounds that mix the seed before the first number is used; PractRand's own count. */
const WARM_UP = 12

/**
 * sfc32 of Chris Doty-Humphrey's PractRand (public domain): 128 bits of state, passes its tests, fast in 32-bit
 * integers. Equal seeds give equal streams on every machine; different seeds, unrelated ones.
 */
export function createRandom(seed: string): Random {
  let a = hashText(seed, 0x811c9dc5)
  let b = hashText(seed, 0x9e3779b9)
  let c = hashText(seed, 0x85ebca6b)
  let counter = 1
  function next(): number {
    const mixed = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + mixed) | 0
    return (mixed >>> 0) / 0x1_0000_0000
  }
  for (let round = 0; round < WARM_UP; round += 1) next()
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}

/** One of the items, evenly; the list must not be empty. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random.below(items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** FNV-1a over UTF-16 code units with MurmurHash3's finaliser, 32 bits; `basis` gives independent hashes of one text. */
function hashText(text: string, basis: number): number {
  let hash = basis | 0
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return mixInteger(hash)
}

/** MurmurHash3's 32-bit finaliser: a one-to-one scrambling of whole numbers. */
export function mixInteger(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
