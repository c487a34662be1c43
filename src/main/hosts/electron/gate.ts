import { ipcMain, type WebContents } from 'electron'
import { appError } from '../../../shared/app-error.ts'
import { ELECTRON_CHANNELS } from '../../../shared/ipc/electron-channels.ts'
import { createLane, MOST_REQUESTS } from '../../../shared/ipc/lane.ts'
import { err } from '../../../shared/result.ts'
import type { Dispatch } from '../../ipc/dispatcher.ts'
import type { KeptFiles } from './kept-files.ts'
import { isTrustedSender, type Sender } from './trusted-sender.ts'

/** What stands behind the gate. */
export interface GateOptions {
  readonly dispatch: Dispatch
  /** Takes a file that lies nowhere on the disk. */
  readonly keepFile: KeptFiles['keep']
  /** The window's contents while there is a window. */
  readonly window: () => WebContents | undefined
}

/** The one way in from the window. Whoever else asks is refused without an answer. */
export function openGate({ dispatch, keepFile, window }: GateOptions): void {
  // The preload keeps to it as well; this one holds when a page has taken the preload over.
  const lane = createLane(MOST_REQUESTS)
  const check = (event: Sender<WebContents>): void => {
    if (!isTrustedSender(event, window())) throw new Error('refused: this message does not come from the window')
  }
  ipcMain.handle(ELECTRON_CHANNELS.request, (event, name: unknown, input: unknown) => {
    check(event)
    if (typeof name !== 'string') return err(appError('ipc/unknown-request', { name: '' }))
    return lane.take(() => dispatch(name, input))
  })
  ipcMain.handle(ELECTRON_CHANNELS.keepFile, (event, name: unknown, bytes: unknown, folder: unknown) => {
    check(event)
    return lane.take(() => keepFile({ name, bytes, folder }))
  })
}
