import { closeSync, fsyncSync, openSync } from 'node:fs'

/**
 * Makes a rename in a folder survive a power cut. Only POSIX can and needs to: on Windows a folder cannot be opened,
 * and NTFS journals the rename itself.
 */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
