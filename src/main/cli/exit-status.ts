/** What the command line answers to a script. */
export const EXIT = {
  done: 0,
  /** Done, but some items failed. */
  someFailed: 1,
  /** Could not be done: bad arguments, archive damaged or newer. */
  failed: 2,
  interrupted: 130,
} as const

/** One of the exit statuses. */
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]
