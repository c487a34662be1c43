/** A token's two 32-bit hashes (FNV-1a over UTF-16 units with different seeds). */
export interface TokenHash {
  readonly high: number
  readonly low: number
}

/** Columns of the index in their order; part of each token's place. */
export const COLUMNS = ['title', 'standfirst', 'byline', 'body'] as const

const START: TokenHash = { high: 0x811c9dc5, low: 0x01000193 }

/** Hashes a token; going on from the hash of one token gives that of both joined. */
export function hashToken(token: string, from = START): TokenHash {
  let { high, low } = from
  for (let at = 0; at < token.length; at++) {
    const unit = token.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x5bd1e995)
    low ^= low >>> 15
  }
  return { high, low }
}

/** Sum over all tokens of a document, in any order. */
export interface TokensChecksum {
  /** Adds the token at a place: column by number, offset in tokens within the column. */
  readonly add: (hashHigh: number, hashLow: number, column: number, offset: number) => void
  /** The sum so far: 8 bytes of hash and 4 of the number of tokens. */
  readonly bytes: () => Uint8Array
}

/** murmur3's finaliser: spreads every bit of the input over the output. */
function finalise(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/**
 * A checksum that does not depend on the order in which tokens come, since the index gives them back term by term;
 * each token's column and offset count, so that a shifted position is noticed as well.
 */
export function createTokensChecksum(): TokensChecksum {
  let high = 0
  let low = 0
  let count = 0
  return {
    add: (hashHigh, hashLow, column, offset) => {
      const place = Math.imul(offset + 1, 0x9e3779b1) + Math.imul(column + 1, 0x27d4eb2f)
      high = (high + finalise(hashHigh ^ place)) | 0
      low = (low + finalise(hashLow + Math.imul(place, 0x2545f491))) | 0
      count++
    },
    bytes: () => {
      const view = new DataView(new ArrayBuffer(12))
      view.setInt32(0, high)
      view.setInt32(4, low)
      view.setUint32(8, count)
      return new Uint8Array(view.buffer)
    },
  }
}
