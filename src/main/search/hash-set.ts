/** A set of 64-bit hashes, each given as two 32-bit numbers. */
export interface HashSet {
  /** Adds a hash; false when it was in already. */
  readonly add: (high: number, low: number) => boolean
  readonly size: () => number
  readonly clear: () => void
}

/** Slots at first; a power of two. */
const FIRST_SLOTS = 1 << 14

/**
 * Open addressing over one typed array: 16 bytes a hash at the fullest, where a `Set` of words takes some 120, and a
 * look-up touches no string. At two million hashes the odds that any two words share one are about 1 to 10 million.
 */
export function createHashSet(): HashSet {
  /** Pairs; both zero = free, which is why no stored pair may be so. */
  let slots = new Int32Array(2 * FIRST_SLOTS)
  let size = 0

  const insert = (high: number, low: number): boolean => {
    const mask = slots.length - 1
    for (let slot = (low << 1) & mask; ; slot = (slot + 2) & mask) {
      if (slots[slot] === high && slots[slot + 1] === low) return false
      if (slots[slot] !== 0 || slots[slot + 1] !== 0) continue
      slots[slot] = high
      slots[slot + 1] = low
      return true
    }
  }
  const grow = (): void => {
    const old = slots
    slots = new Int32Array(old.length * 2)
    for (let slot = 0; slot < old.length; slot += 2) {
      const [high = 0, low = 0] = [old[slot], old[slot + 1]]
      if (high !== 0 || low !== 0) insert(high, low)
    }
  }
  return {
    add: (high, low) => {
      const isZero = (high | 0) === 0 && (low | 0) === 0
      if (!insert(isZero ? 1 : high | 0, low | 0)) return false
      size++
      if (size * 4 > slots.length) grow()
      return true
    },
    size: () => size,
    clear: () => {
      slots = new Int32Array(2 * FIRST_SLOTS)
      size = 0
    },
  }
}
