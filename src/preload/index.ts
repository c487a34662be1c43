import { contextBridge, ipcRenderer } from 'electron'
import type { Transport } from '../shared/ipc/client.ts'

/** One pipe to the core: a channel for requests, one for events. Nothing of Electron reaches the page. */
const transport: Transport = {
  request: (name, input) => ipcRenderer.invoke('offprint:request', name, input),
  onEvent: (listener) => {
    const forward = (_event: unknown, name: string, payload: unknown): void => {
      listener(name, payload)
    }
    ipcRenderer.on('offprint:event', forward)
    return () => {
      ipcRenderer.off('offprint:event', forward)
    }
  },
}

contextBridge.exposeInMainWorld('offprint', transport)
