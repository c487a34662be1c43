import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { findNetworkDrive } from './find-network-drive.ts'
import { findSyncFolder } from './find-sync-folder.ts'
import { readMounts } from './mounts.ts'

import type { RiskyPlace } from './risky-place.ts'

/** Whether an archive's folder is synchronised or on a network drive; undefined for an ordinary local folder. */
export function findRiskyPlace(file: string): RiskyPlace | undefined {
  const folder = dirname(resolve(file))
  return findSyncFolder(folder, existsSync) ?? findNetworkDrive(folder, readMounts())
}
