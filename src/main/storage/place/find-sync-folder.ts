import { dirname, join } from 'node:path'
import type { RiskyPlace } from './risky-place.ts'

/** Names that sync programs give their folders; most programs fix them, and people rarely change the rest. */
const FOLDER_NAMES: readonly (readonly [name: RegExp, service: string])[] = [
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^onedrive( - .+|-.+)?$/i, 'OneDrive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud Drive'],
  [/^(google ?drive|googledrive-.+)$/i, 'Google Drive'],
  [/^nextcloud( .+)?$/i, 'Nextcloud'],
  [/^owncloud$/i, 'ownCloud'],
  [/^syncthing$/i, 'Syncthing'],
  [/^box( sync)?$/i, 'Box'],
  [/^pcloud ?drive$/i, 'pCloud'],
  [/^mega(sync)?$/i, 'MEGA'],
  [/^(my files - )?proton ?drive.*$/i, 'Proton Drive'],
  [/^yandex\.?disk$/i, 'Yandex Disk'],
  [/^seafile$/i, 'Seafile'],
]

/** Entries that sync programs leave at the root of a folder whose name is a person's own. */
const MARKERS: readonly (readonly [entry: string, service: string])[] = [
  ['.stfolder', 'Syncthing'],
  ['.dropbox.cache', 'Dropbox'],
  ['.owncloudsync.log', 'Nextcloud'],
  ['.nextcloudsync.log', 'Nextcloud'],
]

/** The sync folder that a folder lies in, by the names of its ancestors and by the entries in them. */
export function findSyncFolder(folder: string, exists: (path: string) => boolean): RiskyPlace | undefined {
  for (const ancestor of ancestorsOf(folder)) {
    const name = ancestor.split(/[\\/]/).at(-1) ?? ''
    const known =
      FOLDER_NAMES.find(([pattern]) => pattern.test(name)) ?? MARKERS.find(([entry]) => exists(join(ancestor, entry)))
    if (known !== undefined) return { kind: 'sync-folder', folder: ancestor, service: known[1] }
  }
  return undefined
}

function ancestorsOf(folder: string): readonly string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...ancestorsOf(parent)]
}
