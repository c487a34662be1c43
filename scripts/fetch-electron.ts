import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** How the fetching of Electron's program went. */
export type Fetched = 'fetched' | 'failed' | 'still-running'

/**
 * Has the electron package fetch its program, once, and waits `patience` milliseconds at most. What is slower goes on by
 * itself, for the next start.
 */
export function fetchElectron(root: string, patience: number): Promise<Fetched> {
  const child = spawn(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    cwd: root,
    stdio: 'ignore',
    detached: true,
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.unref()
      resolve('still-running')
    }, patience)
    const end = (fetched: Fetched) => (): void => {
      clearTimeout(timer)
      resolve(fetched)
    }
    child.once('error', end('failed'))
    child.once('exit', (code) => end(code === 0 ? 'fetched' : 'failed')())
  })
}
