import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { findNetworkDrive } from './find-network-drive.ts'
import { findSyncFolder } from './find-sync-folder.ts'
import { readMounts } from './mounts.ts'

/** Why an archive's place cannot hold a WAL: other programs or machines read the file behind SQLite's back. */
export interface RiskyPlace {
  readonly kind: 'sync-folder' | 'network-drive'
  /** Root of the synchronised folder or of the drive. */
  readonly folder: string
  /** Name of the sync program, or type of the drive's file system. */
  readonly service: string
}

/** Whether an archive's folder is synchronised or on a network drive; undefined for an ordinary local folder. */
export function findRiskyPlace(file: string): RiskyPlace | undefined {
  const folder = dirname(resolve(file))
  return findSyncFolder(folder, existsSync) ?? findNetworkDrive(folder, readMounts())
}
