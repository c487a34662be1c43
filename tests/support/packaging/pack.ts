import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stubElectron } from './stub-electron.ts'

const ROOT = join(import.meta.dirname, '../../..')
const BUILDER = join(ROOT, 'node_modules/electron-builder/cli.js')
const FPM = join(import.meta.dirname, 'fpm-by-dpkg.ts')

/** Packs the built application for Linux over a stub of Electron, into a folder; answers what the builder said. */
export function packForLinux(folder: string, targets: readonly string[]): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  const stub = stubElectron(join(folder, 'electron'), version)
  const fpm = join(folder, 'fpm')
  writeFileSync(fpm, `#!/bin/sh\nexec '${process.execPath}' '${FPM}' "$@"\n`)
  chmodSync(fpm, 0o755)
  const set = [`electronDist=${stub}`, `directories.output=${folder}`].map((option) => `--config.${option}`)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BUILDER, '--publish', 'never', '--x64', '--linux', ...targets, ...set],
    { cwd: ROOT, env: { ...process.env, CUSTOM_FPM_PATH: fpm }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}\n${stderr}`)
  return stdout
}
