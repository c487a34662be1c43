import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { collectLicences } from './collect-licences.ts'
import { updateFeedArguments } from './update-feed-arguments.ts'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Collects the licences and has electron-builder pack what is built, into `dist/`; answers its exit status. Nothing is
 * uploaded from here, whatever the environment says.
 */
export function packApplication(args: readonly string[]): number {
  collectLicences(ROOT, join(ROOT, 'out/licences'))
  const builder = join(ROOT, 'node_modules/electron-builder/cli.js')
  const { status } = spawnSync(
    process.execPath,
    [builder, '--publish', 'never', ...updateFeedArguments(process.env), ...args],
    {
      cwd: ROOT,
      stdio: 'inherit',
    },
  )
  return status ?? 1
}
