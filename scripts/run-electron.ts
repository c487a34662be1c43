import { spawn } from 'node:child_process'

/** An Electron that ends with a failure so soon never showed a window, in milliseconds. */
const SOON = 5_000

/**
 * Runs the desktop application to its end. False when Electron could not be started, or failed at once: no screen, or a
 * system whose sandbox it cannot use.
 */
export function runElectron(program: string, root: string, args: readonly string[]): Promise<boolean> {
  const begun = performance.now()
  const child = spawn(program, [root, ...args], { cwd: process.cwd(), stdio: 'inherit' })
  const pass = (signal: NodeJS.Signals): void => {
    child.kill(signal)
  }
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((resolve) => {
    const end = (worked: boolean): void => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve(worked)
    }
    child.once('error', () => {
      end(false)
    })
    child.once('exit', (code, signal) => {
      const failed = signal === null ? code !== 0 : signal !== 'SIGINT' && signal !== 'SIGTERM'
      end(!failed || performance.now() - begun > SOON)
    })
  })
}
