import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { UpdateProgress } from '../../../../shared/ipc/host-contract.ts'
import { readState } from '../../../places/state-file.ts'
import { createUpdates, type Updates } from './create-updates.ts'
import { packageKindOf } from './package-kind.ts'
import { readFeed } from './read-feed.ts'

/** Updates of the program that runs, as it was packed and as its settings are. */
export function updatesOfProgram(
  window: () => BrowserWindow | null,
  tell: (progress: UpdateProgress) => void,
): Updates {
  const { resourcesPath, execPath, platform, env } = process
  const type = join(resourcesPath, 'package-type')
  return createUpdates({
    version: app.getVersion(),
    kind: packageKindOf({
      platform,
      isPackaged: app.isPackaged,
      environment: env,
      packageType: existsSync(type) ? readFileSync(type, 'utf8').trim() : placeOf(execPath),
      hasUninstaller: existsSync(join(dirname(execPath), 'Uninstall Offprint.exe')),
    }),
    home: homeOf(app.getAppPath()),
    isOn: () => readState().settings?.['updates'] === true,
    readFeed: () => readFeed(resourcesPath),
    window,
    tell,
  })
}

/** electron-builder leaves its sign out of a package without an address to ask; only the system's packages lie here. */
function placeOf(execPath: string): string | null {
  return /^\/(?:opt|usr)\//.test(execPath) ? 'system' : null
}

/** The project's address as the package says it; null for one that cannot exist. */
function homeOf(root: string): string | null {
  const { homepage = '' } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { homepage?: string }
  const url = URL.parse(homepage)
  return url?.protocol === 'https:' && !url.hostname.endsWith('.invalid') ? url.href : null
}
