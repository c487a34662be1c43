import { fetchElectron } from './fetch-electron.ts'
import { findElectron } from './find-electron.ts'
import { runElectron } from './run-electron.ts'

/** How long a start waits for Electron to be fetched, in milliseconds. */
const PATIENCE = 4_000
/** Words for what keeps the desktop application from being shown. */
const WHY = {
  failed: 'Electron is not installed and could not be fetched; `npx install-electron` gets it.',
  'still-running': 'Electron is being fetched for the next start.',
  unusable: 'Electron is installed and could not show a window; its message is above.',
} as const

/** Shows the desktop application; answers why not in a line when a browser has to do instead, else null. */
export async function startElectron(root: string, args: readonly string[]): Promise<string | null> {
  let program = findElectron(root, process.env)
  if (program === null) {
    const fetched = await fetchElectron(root, PATIENCE)
    if (fetched !== 'fetched') return WHY[fetched]
    program = findElectron(root, process.env)
  }
  if (program === null) return WHY.failed
  return (await runElectron(program, root, args)) ? null : WHY.unusable
}
