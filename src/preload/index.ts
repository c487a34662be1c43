import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { ELECTRON_CHANNELS } from '../shared/ipc/electron-channels.ts'
import type { ElectronBridge } from '../shared/ipc/electron-bridge.ts'

/** One pipe to the core, and the way in for files. Nothing of Electron reaches the page. */
const bridge: ElectronBridge<File> = {
  request: (name, input) => ipcRenderer.invoke(ELECTRON_CHANNELS.request, name, input),
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
  keepFile: (name, bytes, folder) => ipcRenderer.invoke(ELECTRON_CHANNELS.keepFile, name, bytes, folder),
}

contextBridge.exposeInMainWorld('offprint', bridge)
