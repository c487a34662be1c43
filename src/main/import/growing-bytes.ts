/** Bytes gathered one after another in one buffer, however small the pieces are. */
export interface GrowingBytes {
  /** Takes a copy. */
  readonly append: (piece: Uint8Array) => void
  /** What was gathered, in a buffer of its own exactly as long; begins anew. */
  readonly take: () => Uint8Array
  /** Forgets what was gathered. */
  readonly drop: () => void
}

const FIRST_BYTES = 4096
/** A buffer that has grown larger is not kept for what comes next. */
const MOST_KEPT = 1024 * 1024

/** A view per piece costs a hundred bytes and more; a hostile file has millions of pieces of one byte. */
export function createGrowingBytes(): GrowingBytes {
  let buffer = new Uint8Array(FIRST_BYTES)
  let filled = 0
  const drop = (): void => {
    filled = 0
    if (buffer.length > MOST_KEPT) buffer = new Uint8Array(FIRST_BYTES)
  }
  return {
    append: (piece) => {
      if (filled + piece.length > buffer.length) {
        const larger = new Uint8Array(Math.max(buffer.length * 2, filled + piece.length))
        larger.set(buffer.subarray(0, filled))
        buffer = larger
      }
      buffer.set(piece, filled)
      filled += piece.length
    },
    take: () => {
      const taken = buffer.slice(0, filled)
      drop()
      return taken
    },
    drop,
  }
}
