/** Scheme of everything that the window shows. */
export const APP_SCHEME = 'app'
/** Origin of the window, of articles and of their pictures. */
export const APP_ORIGIN = 'app://bundle'
/** Address of the window itself. */
export const WINDOW_ADDRESS = `${APP_ORIGIN}/`

/** Whether an address is one of ours, by the parser that Chromium's rules are written for. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${APP_SCHEME}:` && url.host === 'bundle' && url.username === '' && url.password === ''
}

/** Whether a frame may go there: the window to itself alone, frames within it to articles and originals alone. */
export function mayNavigate(address: string, isMainFrame: boolean): boolean {
  if (!isOurs(address)) return false
  const { pathname } = new URL(address)
  return isMainFrame ? pathname === '/' : /^\/[co]\//.test(pathname)
}

/** Whether what a session loads comes from this computer: nothing else is ever asked for. */
export function isLocal(address: string): boolean {
  const protocol = URL.parse(address)?.protocol
  return protocol === `${APP_SCHEME}:` || protocol === 'data:' || protocol === 'blob:' || protocol === 'devtools:'
}
