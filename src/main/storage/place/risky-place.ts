/** Why an archive's place cannot hold a WAL: other programs or machines read the file behind SQLite's back. */
export interface RiskyPlace {
  readonly kind: 'sync-folder' | 'network-drive'
  /** Root of the synchronised folder or of the drive. */
  readonly folder: string
  /** Name of the sync program, or type of the drive's file system. */
  readonly service: string
}
