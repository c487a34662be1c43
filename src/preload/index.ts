import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { ELECTRON_CHANNELS } from '../shared/ipc/electron-channels.ts'
import type { ElectronBridge } from '../shared/ipc/electron-bridge.ts'
import { createLane, MOST_REQUESTS } from '../shared/ipc/lane.ts'

// A page that asks faster than it is answered waits on its own side, where no code of a page can go round it.
const lane = createLane(MOST_REQUESTS)
const invoke = (channel: string, ...args: readonly unknown[]): Promise<unknown> =>
  lane.take(() => ipcRenderer.invoke(channel, ...args))

/** One pipe to the core, and the way in for files. Nothing of Electron reaches the page. */
const bridge: ElectronBridge<File> = {
  request: (name, input) => invoke(ELECTRON_CHANNELS.request, name, input),
  onEvent: (listener) => {
    const forward = (_event: unknown, name: string, payload: unknown): void => {
      listener(name, payload)
    }
    ipcRenderer.on(ELECTRON_CHANNELS.event, forward)
    return () => {
      ipcRenderer.off(ELECTRON_CHANNELS.event, forward)
    }
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  keepFile: (name, bytes, folder) => invoke(ELECTRON_CHANNELS.keepFile, name, bytes, folder),
}

contextBridge.exposeInMainWorld('offprint', bridge)
