import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** One mounted file system. */
export interface Mount {
  readonly folder: string
  readonly fileSystem: string
}

/** This machine's mounts; empty on Windows, where drive letters of shares cannot be told from disks without asking. */
export function readMounts(): readonly Mount[] {
  try {
    if (process.platform === 'linux') return parseLinuxMounts(readFileSync('/proc/self/mounts', 'utf8'))
    if (process.platform === 'darwin') return parseMacMounts(execFileSync('/sbin/mount', { encoding: 'utf8' }))
  } catch {
    // A place that cannot be judged is treated as an ordinary folder.
  }
  return []
}

/** Mounts in the format of `/proc/self/mounts`: fields by spaces, a space in a name written `\040`. */
export function parseLinuxMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, folder, fileSystem] = line.split(' ')
    if (folder === undefined || fileSystem === undefined) return []
    return [{ folder: unescapeOctal(folder), fileSystem }]
  })
}

/** Mounts as macOS' `mount` prints them: `//me@host/share on /Volumes/share (smbfs, nodev)`. */
export function parseMacMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, folder, fileSystem] = /^.+? on (\/.*) \((\w+)[,)]/.exec(line) ?? []
    return folder === undefined || fileSystem === undefined ? [] : [{ folder, fileSystem }]
  })
}

function unescapeOctal(field: string): string {
  return field.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))
}
