import type { Transport } from './client.ts'

/** Where a file was kept that lies nowhere. */
export interface KeptFile {
  /** Absolute path of the folder to forget afterwards. */
  readonly folder: string
  readonly path: string
}

/** What Electron's preload shows to the window; `Given` is the page's `File`. */
export interface ElectronBridge<Given> extends Transport {
  /** Absolute path of a file that was dropped or chosen; empty when it lies nowhere on the disk. */
  readonly pathOf: (file: Given) => string
  /** Keeps a file that lies nowhere, in the folder that the first answer named; answers a `Result` with folder and path. */
  readonly keepFile: (name: string, bytes: Uint8Array, folder: string | null) => Promise<unknown>
}
