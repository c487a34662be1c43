import type { FakeMessage, LogEntry } from './protocol.ts'

/** What the parts of the fake share. */
export const state = { ready: false, log: [] as LogEntry[] }

/** Writes down what the program did. */
export function note(what: string, details: unknown = null): void {
  state.log.push({ what, ready: state.ready, details })
}

/** Electron's own rule: some calls only work before it is ready, some only after. */
export function only(when: 'before' | 'after', what: string): void {
  if (state.ready === (when === 'before')) throw new Error(`${what} can only be called ${when} app is ready`)
}

/** Says something to the test. */
export function tell(message: FakeMessage): void {
  process.send?.(message)
}
