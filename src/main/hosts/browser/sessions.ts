import { newSecret, sameSecret } from '../../ipc/secret.ts'

/** How long a one-time token opens a window, in milliseconds. */
const TOKEN_LIFE = 10 * 60_000

/** Who may talk to the host: windows that came by a one-time token, each with a secret of its own. */
export interface Sessions {
  /** A token that opens one window, once; the one before it is no longer good. */
  readonly newToken: () => string
  /** Trades the token for a session's secret; null when it is not good (any more). */
  readonly enter: (token: string) => string | null
  /** Whether a secret is that of a session. */
  readonly isKnown: (session: string) => boolean
}

/** Sessions of this run; nothing of them is kept. `now` in milliseconds. */
export function createSessions(now: () => number): Sessions {
  const sessions: string[] = []
  let open: { readonly token: string; readonly until: number } | null = null
  return {
    newToken: () => {
      const token = newSecret()
      open = { token, until: now() + TOKEN_LIFE }
      return token
    },
    enter: (token) => {
      if (open === null || !sameSecret(token, open.token) || now() > open.until) return null
      open = null
      const session = newSecret()
      sessions.push(session)
      return session
    },
    // Every session is compared, so that the time does not tell which one was nearly met.
    isKnown: (session) => sessions.filter((known) => sameSecret(known, session)).length > 0,
  }
}
