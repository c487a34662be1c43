import type { PipeGreeting } from '../../shared/ipc/browser-pipe.ts'

const KEY = 'offprint.session'

/**
 * Who this window is: by the one-time token in its address, which is taken out of it at once, or by the session it got
 * for an earlier one (kept with this tab, so that reloading works). Null when it is neither.
 */
export function greeting(): PipeGreeting | null {
  const token = /^#([0-9a-f]{64})$/.exec(location.hash)?.[1]
  if (token !== undefined) {
    history.replaceState(null, '', location.pathname)
    return { kind: 'enter', token }
  }
  const session = sessionStorage.getItem(KEY)
  return session === null ? null : { kind: 'resume', session }
}

/** Keeps the session for this tab. */
export function keepSession(session: string): void {
  sessionStorage.setItem(KEY, session)
}

/** The session's secret; empty before there is one. */
export function session(): string {
  return sessionStorage.getItem(KEY) ?? ''
}
