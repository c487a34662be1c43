import type { Session } from 'electron'
import { isLocal, isOurs } from './addresses.ts'

/** The whole list of what a page may: copying, and filling the screen. A permission that comes new is refused. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** A port where nothing listens: what would go past the rules below ends there. */
const DEAD_END = { proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' }

/** Takes every permission, device and network away from a session; every session of the application comes here. */
export function guardSession(session: Session): void {
  const may = (permission: string, from: string): boolean => ALLOWED.has(permission) && isOurs(from)
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) => {
    decide(may(permission, requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => may(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer(null)
  })
  // Chromium would fetch dictionaries from a server.
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:') || !isOurs(item.getURL().slice('blob:'.length))) event.preventDefault()
  })
  closeNetwork(session)
}

/** Lets a session load what is of this computer alone. Only the last listener of a session counts. */
export function closeNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isLocal(url) })
  })
  void session.setProxy(DEAD_END)
}
