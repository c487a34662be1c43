import type { Mount } from './mounts.ts'
import type { RiskyPlace } from './risky-place.ts'

/**
 * File systems whose memory or locks are not shared with the machine at the other end, which WAL needs
 * (https://sqlite.org/wal.html). Other `fuse` types are local disks (NTFS, exFAT, encrypted folders).
 */
const NETWORK_FILE_SYSTEMS =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs2?|9p|afs|ceph|ncpfs|vboxsf|prl_fs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|glusterfs|s3fs|vmhgfs-fuse))$/i

/** The network drive that a folder lies on: a UNC path, or the innermost mount when that is one. */
export function findNetworkDrive(folder: string, mounts: readonly Mount[]): RiskyPlace | undefined {
  if (/^\\\\[^\\?.]/.test(folder)) return { kind: 'network-drive', folder, service: 'SMB' }
  const [innermost] = mounts
    .filter((mount) => folder === mount.folder || folder.startsWith(withSlash(mount.folder)))
    .toSorted((a, b) => b.folder.length - a.folder.length)
  if (innermost === undefined || !NETWORK_FILE_SYSTEMS.test(innermost.fileSystem)) return undefined
  return { kind: 'network-drive', folder: innermost.folder, service: innermost.fileSystem }
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`
}
