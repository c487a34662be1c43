import { appError } from '../../shared/app-error.ts'
import type { ElectronBridge, KeptFile } from '../../shared/ipc/electron-bridge.ts'
import type { GivenPaths } from '../../shared/ipc/host-contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { GivenFile, HostPipe } from './host-pipe.ts'

/** The pipe of Electron's host: what the preload shows, and files by the paths they have. */
export function openElectronPipe(bridge: ElectronBridge<File>): HostPipe {
  return {
    request: bridge.request,
    onEvent: bridge.onEvent,
    give: async (files, onProgress, signal) => {
      const total = files.reduce((sum, { file }) => sum + file.size, 0)
      const lying = new Set<string>()
      const homeless: GivenFile[] = []
      for (const given of files) {
        const path = bridge.pathOf(given.file)
        if (path === '') homeless.push(given)
        else lying.add(topOf(path, given.path))
      }
      const kept = await keep(bridge, homeless, signal)
      if (!kept.ok) return kept
      onProgress(total, total)
      return ok({ ...kept.value, paths: [...lying, ...kept.value.paths] })
    },
  }
}

/** What was dropped: the file itself, or the folder that it lies in, for the import to walk. */
function topOf(path: string, relative: string): string {
  const inner = relative.split('/').slice(1)
  if (inner.length === 0) return path
  const separator = path.includes('\\') ? '\\' : '/'
  return path.split(/[/\\]/).slice(0, -inner.length).join(separator)
}

/** Hands over files that lie nowhere (pasted text, a picture from a browser), each with its bytes. */
async function keep(
  bridge: ElectronBridge<File>,
  files: readonly GivenFile[],
  signal: AbortSignal,
): Promise<Result<GivenPaths>> {
  const [paths, unread]: [string[], string[]] = [[], []]
  let folder: string | null = null
  for (const { path, file } of files) {
    const bytes = await file.arrayBuffer().catch(() => null)
    const done = bytes === null ? null : await bridge.keepFile(path, new Uint8Array(bytes), folder)
    const kept = done as Result<KeptFile> | null
    if (kept?.ok === true) {
      folder = kept.value.folder
      paths.push(kept.value.path)
    } else unread.push(path)
    const failure = signal.aborted ? appError('import/cancelled') : kept?.ok === false ? kept.error : null
    if (failure === null) continue
    if (folder !== null) await bridge.request('host.forgetUpload', { folder })
    return err(failure)
  }
  return ok({ paths, folder, unread })
}
