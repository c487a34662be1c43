import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where a browser that shows the window keeps its profile. A browser from a snap may write to its own part of the home
 * folder only.
 */
export function profileFolder(browserPath: string): string {
  const { env, platform } = process
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'offprint', 'window')
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'offprint', 'window')
  if (browserPath.startsWith('/snap/')) return join(homedir(), 'snap', 'chromium', 'common', 'offprint')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'offprint', 'window')
}
