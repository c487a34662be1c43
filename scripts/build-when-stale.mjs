import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const STAMP = join(root, 'out/main/cli.js')
const SOURCES = ['src', 'resources', 'package.json', 'electron.vite.config.ts']

function newestIn(path) {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

/** Whether sources are newer than the build, or there is none. */
export function isStale() {
  if (!existsSync(STAMP)) return true
  const built = statSync(STAMP).mtimeMs
  return SOURCES.some((path) => existsSync(join(root, path)) && newestIn(join(root, path)) > built)
}

/** Builds `out/` when it is stale; what the build says goes to standard error, so that results can be piped. */
export function buildWhenStale() {
  if (!isStale()) return
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (done.status !== 0) {
    process.stderr.write('Offprint could not be built; the messages above say why.\n')
    process.exit(2)
  }
}
