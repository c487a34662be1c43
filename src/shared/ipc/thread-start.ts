/** The threads of the core: one writes, two only read, each with a connection of its own. */
export const THREAD_ROLES = ['core', 'lists', 'search'] as const
/** One of the threads. */
export type ThreadRole = (typeof THREAD_ROLES)[number]

/** What a thread of the core is started with. */
export interface ThreadStart {
  readonly role: ThreadRole
  /** Absolute path of the archive. */
  readonly file: string
  /** Makes the archive when there is none; `core` only. */
  readonly create: boolean
}

/** Reads what a host started the thread with: an object (worker threads) or the same as JSON (utility process). */
export function parseThreadStart(given: unknown): ThreadStart {
  const value: unknown = typeof given === 'string' ? JSON.parse(given) : given
  if (typeof value !== 'object' || value === null) throw new Error('a core thread needs a role and a file')
  const { role, file, create } = value as Partial<ThreadStart>
  const known = THREAD_ROLES.find((one) => one === role)
  if (known === undefined || typeof file !== 'string') throw new Error('a core thread needs a role and a file')
  return { role: known, file, create: create === true }
}
