import { existsSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../shared/data')

/** Whether the folder of real files lies beside the checkout; tests that need it are skipped with a message otherwise. */
export const hasSharedData = existsSync(folder)

/** Path of a real file or folder to test against. */
export function sharedData(path: string): string {
  return join(folder, path)
}
