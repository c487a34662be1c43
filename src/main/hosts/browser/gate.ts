/** What of a request decides whether it is looked at at all. */
export interface RequestFacts {
  readonly method: string
  /** Path and query as sent. */
  readonly target: string
  /** All values sent for a header of that name, in small letters. */
  readonly header: (name: string) => readonly string[]
}

/** Why a request is refused. */
export interface Refused {
  readonly status: number
  readonly words: string
}

/** Kinds of requests by what they must prove. */
type Entrance = 'read' | 'window' | 'original' | 'change'

/** Longest path and query. */
const MOST_TARGET_CHARACTERS = 4096

/**
 * The first wall of the browser host, before any routing. A page anywhere in the world can make a browser send requests
 * here; what it cannot do is name our exact host and origin. `port` is ours; null = the request may go on.
 */
export function refuse(facts: RequestFacts, port: number): Refused | null {
  const host = facts.header('host')
  if (host.length !== 1 || host[0] !== `127.0.0.1:${String(port)}`) return { status: 421, words: 'Not this host.' }
  if (!facts.target.startsWith('/') || facts.target.length > MOST_TARGET_CHARACTERS) {
    return { status: 400, words: 'No such address.' }
  }
  const entrance = entranceOf(facts)
  if (!originFits(facts.header('origin'), entrance, port)) return { status: 403, words: 'Not from here.' }
  if (!siteFits(facts, entrance)) return { status: 403, words: 'Not from here.' }
  return null
}

function entranceOf({ method, target, header }: RequestFacts): Entrance {
  if (header('upgrade').length > 0 || (method !== 'GET' && method !== 'HEAD')) return 'change'
  if (target.startsWith('/o/')) return 'original'
  return target === '/' ? 'window' : 'read'
}

/** A browser sends its page's origin with everything but plain reading; who changes something must show it. */
function originFits(origin: readonly string[], entrance: Entrance, port: number): boolean {
  const [only, ...more] = origin
  if (more.length > 0) return false
  if (only === undefined) return entrance !== 'change'
  return only === `http://127.0.0.1:${String(port)}` || (entrance === 'original' && only === 'null')
}

/**
 * Another site may do one thing: go to the window, which holds no secret (a redirect file is another site too). An
 * original is of an opaque origin, so its own pictures are another site's; the secret in its path is what counts.
 */
function siteFits({ header }: RequestFacts, entrance: Entrance): boolean {
  if (entrance === 'original') return true
  const [site] = header('sec-fetch-site')
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  return (
    entrance === 'window' && header('sec-fetch-mode')[0] === 'navigate' && header('sec-fetch-dest')[0] === 'document'
  )
}
