import { describe, expect, it } from 'vitest'
import { findNetworkDrive } from '../../../../src/main/storage/place/find-network-drive.ts'
import { findSyncFolder } from '../../../../src/main/storage/place/find-sync-folder.ts'
import { parseLinuxMounts, parseMacMounts } from '../../../../src/main/storage/place/mounts.ts'
import { findRiskyPlace } from '../../../../src/main/storage/place/find-risky-place.ts'
import { tempDir } from '../../../support/temp-dir.ts'

const nothing = (): boolean => false

describe('a sync folder', () => {
  it.each([
    ['/home/ann/Dropbox/Reading', 'Dropbox', '/home/ann/Dropbox'],
    ['/home/ann/Dropbox (Personal)', 'Dropbox', '/home/ann/Dropbox (Personal)'],
    ['/Users/ann/OneDrive - Contoso/a/b', 'OneDrive', '/Users/ann/OneDrive - Contoso'],
    [
      '/Users/ann/Library/CloudStorage/OneDrive-Personal',
      'OneDrive',
      '/Users/ann/Library/CloudStorage/OneDrive-Personal',
    ],
    [
      '/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/x',
      'iCloud Drive',
      '/Users/ann/Library/Mobile Documents/com~apple~CloudDocs',
    ],
    ['/Users/ann/iCloudDrive', 'iCloud Drive', '/Users/ann/iCloudDrive'],
    ['/Users/ann/Google Drive/My Drive', 'Google Drive', '/Users/ann/Google Drive'],
    [
      '/Users/ann/Library/CloudStorage/GoogleDrive-ann@x.org/My Drive',
      'Google Drive',
      '/Users/ann/Library/CloudStorage/GoogleDrive-ann@x.org',
    ],
    ['/home/ann/Nextcloud/Papers', 'Nextcloud', '/home/ann/Nextcloud'],
    ['/home/ann/Syncthing', 'Syncthing', '/home/ann/Syncthing'],
  ])('is known by its name: %s', (folder, service, root) => {
    expect(findSyncFolder(folder, nothing)).toEqual({ kind: 'sync-folder', folder: root, service })
  })

  it('is known by what the sync program leaves in it, under any name', () => {
    const exists = (path: string): boolean => path === '/data/mine/.stfolder'
    expect(findSyncFolder('/data/mine/a/b', exists)).toEqual({
      kind: 'sync-folder',
      folder: '/data/mine',
      service: 'Syncthing',
    })
  })

  it.each(['/home/ann/Documents/Offprint', '/home/ann/Dropbox-old/x', '/home/ann/Boxes', '/home/omega/x', '/'])(
    'is not %s',
    (folder) => {
      expect(findSyncFolder(folder, nothing)).toBeUndefined()
    },
  )
})

describe('a network drive', () => {
  const linux = parseLinuxMounts(
    [
      '/dev/sda1 / ext4 rw 0 0',
      'nas:/export /mnt/nas nfs4 rw 0 0',
      '//nas/photos /mnt/my\\040photos cifs rw 0 0',
      '/dev/sdb1 /mnt/nas/local ext4 rw 0 0',
      'ann@x:/ /home/ann/x fuse.sshfs rw 0 0',
      '/dev/sdc1 /mnt/usb fuseblk rw 0 0',
      '',
    ].join('\n'),
  )
  const mac = parseMacMounts(
    [
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
      '//ann@nas._smb._tcp.local/Media on /Volumes/Media (smbfs, nodev, nosuid, mounted by ann)',
      '/dev/disk5s1 on /Volumes/Stick (local on it) (exfat, local, nodev)',
    ].join('\n'),
  )

  it.each([
    [linux, '/mnt/nas/a', 'nfs4'],
    [linux, '/mnt/nas', 'nfs4'],
    [linux, '/mnt/my photos', 'cifs'],
    [linux, '/home/ann/x/y', 'fuse.sshfs'],
    [mac, '/Volumes/Media/Reading', 'smbfs'],
    [[], '\\\\nas\\share\\Reading', 'SMB'],
  ])('is told from the mounts (%#: %s)', (mounts, folder, service) => {
    expect(findNetworkDrive(folder, mounts)).toMatchObject({ kind: 'network-drive', service })
  })

  it.each([
    [linux, '/home/ann'],
    [linux, '/mnt/nasty'],
    [linux, '/mnt/nas/local/a'],
    [linux, '/mnt/usb'],
    [mac, '/Users/ann'],
    [mac, '/Volumes/Stick (local on it)'],
    [[], 'C:\\Users\\ann'],
    [[], '\\\\?\\C:\\Users\\ann'],
  ])('is not a local folder (%#)', (mounts, folder) => {
    expect(findNetworkDrive(folder, mounts)).toBeUndefined()
  })
})

describe('this machine', () => {
  it('has an ordinary temporary folder', () => {
    expect(findRiskyPlace(`${tempDir()}/a.offprint`)).toBeUndefined()
  })
})
