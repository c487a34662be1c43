import type { Transport } from '../../shared/ipc/client.ts'
import type { GivenPaths } from '../../shared/ipc/host-contract.ts'
import type { Result } from '../../shared/result.ts'

/** A file that a person dropped or chose, with its path relative to what was dropped. */
export interface GivenFile {
  readonly path: string
  readonly file: File
}

/** Puts files where an import can read them; progress in bytes. Stopped by the signal it fails as `import/cancelled`. */
export type GiveFiles = (
  files: readonly GivenFile[],
  onProgress: (sent: number, total: number) => void,
  signal: AbortSignal,
) => Promise<Result<GivenPaths>>

/** What a host gives the interface before it starts: requests, events, and the way in for files. */
export interface HostPipe extends Transport {
  readonly give: GiveFiles
}
