import type { Session, WebPreferences } from 'electron'

/**
 * What every window is made with; there is no second list. Values that are the default stand here to be seen. `preload`
 * null = a page that talks to nobody, and runs no scripts either.
 */
export function webPreferences(session: Session, preload: string | null, devTools: boolean): WebPreferences {
  return {
    session,
    ...(preload === null ? { javascript: false } : { preload }),
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  }
}
