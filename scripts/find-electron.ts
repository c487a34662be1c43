import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Electron's program of this checkout, by its files only: importing the package would begin to download it. A path in
 * `ELECTRON_EXEC_PATH` goes before; null = there is none that can be run.
 */
export function findElectron(root: string, environment: NodeJS.ProcessEnv): string | null {
  const named = environment['ELECTRON_EXEC_PATH']
  if (named !== undefined && named !== '') return isProgram(named) ? named : null
  const folder = join(root, 'node_modules/electron')
  // Written last by what fetches Electron, so that half of it is none.
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return isProgram(program) ? program : null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
