/** Largest single item in bytes (a file that is one item, or one row of many): 64 MiB. More is `import/too-large`. */
export const MAX_ITEM_BYTES = 64 * 1024 * 1024

/**
 * Largest book or PDF in bytes: 256 MiB. Its size is that of its pictures, of which its text is a thousandth, so that more
 * than `MAX_ITEM_BYTES` is nothing unusual; it is held whole, since both formats are read from their ends.
 */
export const MAX_DOCUMENT_BYTES = 256 * 1024 * 1024

/** Bytes that a source shows for detection: 64 KiB. */
export const HEAD_BYTES = 64 * 1024
