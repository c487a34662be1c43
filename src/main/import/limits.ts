/** Largest single item in bytes (a file that is one item, or one row of many): 64 MiB. More is `import/too-large`. */
export const MAX_ITEM_BYTES = 64 * 1024 * 1024

/** Bytes that a source shows for detection: 64 KiB. */
export const HEAD_BYTES = 64 * 1024
