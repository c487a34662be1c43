/** Entries of one ZIP at most: a list of more takes hundreds of megabytes by itself. */
export const MAX_ENTRIES = 500_000

/** A ZIP, or an entry of it, that unpacks to more than this (bytes) must not be packed tighter than `MAX_RATIO`. */
export const RATIO_COUNTS_FROM = { entry: 64 * 1024 * 1024, container: 1024 * 1024 * 1024 } as const

/** Unpacked bytes for one packed byte; text packs 3 to 20 times, a bomb a thousand times. */
export const MAX_RATIO = 200

/** ZIPs inside one another, the outermost counted. */
export const MAX_NESTING = 3

/** Bytes of a ZIP that cannot be read in place (it comes by a pipe, or lies in another ZIP). */
export const MAX_SPOOLED_BYTES = 16 * 1024 * 1024 * 1024
