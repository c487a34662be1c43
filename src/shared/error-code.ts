/**
 * Permanent names of every expected failure, `room/what`. A code never changes its meaning: scripts and the exit
 * status of the command line depend on it. Words for people: `error-messages.ts`; the list for people: `docs/errors.md`.
 */
export const ERROR_CODES = [
  'archive/article-not-found',
  'archive/annotation-not-found',
  'archive/version-not-found',
  'archive/bad-name',
  'archive/nothing-to-undo',
  'archive/undo-conflict',
  'archive/quote-not-found',
  'archive/quote-ambiguous',
  'archive/no-original',
  'archive/no-text',
  'export/not-writable',
  'export/unknown-format',
  'export/bad-template',
  'import/binary-content',
  'import/cancelled',
  'import/empty',
  'import/malformed',
  'import/not-readable',
  'import/nothing-to-resume',
  'import/path-not-found',
  'import/too-deep',
  'import/too-large',
  'import/too-slow',
  'import/unknown-format',
  'import/worker-crashed',
  'internal',
  'ipc/bad-input',
  'ipc/job-not-found',
  'ipc/superseded',
  'ipc/unknown-request',
  'job/cancelled',
  'storage/busy',
  'storage/damaged',
  'storage/disk-full',
  'storage/exists',
  'storage/newer-archive',
  'storage/not-an-archive',
  'storage/not-found',
  'storage/not-writable',
  'storage/read-only-place',
] as const

/** One of the permanent names. */
export type ErrorCode = (typeof ERROR_CODES)[number]
