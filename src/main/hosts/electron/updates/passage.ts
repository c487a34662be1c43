import type { Session } from 'electron'
import { closeNetwork } from '../guard-session.ts'

/** All that a request says of itself; what is not named here is left out, a number that tells one computer from another first. */
const SAID: ReadonlySet<string> = new Set(['accept', 'accept-encoding', 'cache-control', 'range'])

/**
 * The one way to the network that this program has: opens a session to one origin while `work` runs, for reading alone
 * and for no page, then closes it and cuts what is still under way.
 */
export async function throughPassage<Value>(
  session: Session,
  origin: string,
  work: () => Promise<Value>,
): Promise<Value> {
  session.webRequest.onBeforeRequest(({ url, method, webContentsId }, answer) => {
    const may = method === 'GET' && webContentsId === undefined && URL.parse(url)?.origin === origin
    answer({ cancel: !may })
  })
  session.webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    const kept = Object.entries(requestHeaders).filter(([name]) => SAID.has(name.toLowerCase()))
    answer({ requestHeaders: { ...Object.fromEntries(kept), 'User-Agent': 'Offprint' } })
  })
  try {
    await session.setProxy({ mode: 'system' })
    return await work()
  } finally {
    closeNetwork(session)
    await session.closeAllConnections()
    await session.clearStorageData()
  }
}
