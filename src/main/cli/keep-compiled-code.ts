import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Lets Node keep the compiled code of the program and its packages, which takes a quarter off the start. The folder is
 * the person's own: Node's default, in the common temporary folder, could be prepared by another user. Where it cannot
 * be written, Node compiles anew each time. The variable carries the choice into the pool's threads.
 */
export function keepCompiledCode(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): void {
  // A folder chosen by the person is in use already; `NODE_DISABLE_COMPILE_CACHE` is Node's own to heed.
  if (environment['NODE_COMPILE_CACHE'] !== undefined) return
  const folder = compiledCodeFolder(environment, platform)
  environment['NODE_COMPILE_CACHE'] = folder
  module.enableCompileCache(folder)
}

/** Where each system wants what can be made again. */
export function compiledCodeFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = homedir()
  const folder =
    platform === 'win32'
      ? (environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Caches')
        : (environment['XDG_CACHE_HOME'] ?? join(home, '.cache'))
  return join(folder, 'offprint', 'compiled-code')
}
