import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where files wait that were given for an import: on the disk of the person's own files, since the system's folder for
 * temporary ones is often kept in memory and too small for them.
 */
export function scratchFolder(): string {
  const { env, platform } = process
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'offprint', 'scratch')
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'offprint', 'scratch')
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'offprint', 'scratch')
}
