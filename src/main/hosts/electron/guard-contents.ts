import type { WebContents } from 'electron'
import { mayNavigate } from './addresses.ts'

/** Keeps a page where it is: no other page in its place, no windows, no guests. `askOutside` gets the links of windows. */
export function guardContents(contents: WebContents, askOutside: (address: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    askOutside(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, true)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
