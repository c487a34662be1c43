/** A term as the index holds it; `prefix`: one that begins so. */
export interface WantedTerm {
  readonly token: Buffer
  readonly prefix: boolean
}

/** Goes through the terms of a leaf page of FTS5. */
export interface PageTerms {
  /** Where the present term stands; the end of the postings when there are no more. */
  readonly at: () => number
  /** How it stands to what is wanted: before (−1), among (0) or after it. */
  readonly compare: (wanted: WantedTerm) => number
  /** Goes on to the next; gives where this one's postings begin. */
  readonly next: () => number
}

/** Longest term in bytes: 64 UTF-16 units of the analysis, and what stands before. */
const LONGEST_TERM = 1024
/** The present term; one segment is walked at a time. */
const term = Buffer.alloc(LONGEST_TERM)

/**
 * The terms of a page, by the list of their places behind the postings. The first stands there whole, of others what differs
 * from the one before.
 */
export function createPageTerms(page: Buffer, end: number): PageTerms {
  let length = 0
  let foot = end
  let at = 0
  let isFirst = true
  /** Where the postings of the present term begin. */
  let postings = 0
  let place = 0
  const varint = (): number => {
    let value = 0
    for (let byte = 0x80; byte >= 0x80;) {
      byte = page[place++] ?? 0
      value = value * 128 + (byte & 0x7f)
    }
    return value
  }
  const go = (): void => {
    if (foot >= page.length) {
      at = end
      return
    }
    place = foot
    at += varint()
    foot = place
    place = at
    const kept = isFirst ? 0 : varint()
    const more = varint()
    isFirst = false
    page.copy(term, kept, place, place + more)
    length = kept + more
    postings = place + more
  }
  go()
  return {
    at: () => at,
    compare: ({ token, prefix }) =>
      term.compare(token, 0, token.length, 0, prefix ? Math.min(length, token.length) : length),
    next: () => {
      const from = postings
      go()
      return from
    },
  }
}
