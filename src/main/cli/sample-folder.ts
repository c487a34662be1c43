import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folder of the built-in sample: `resources/sample` of the checkout or of the installed program. */
export const SAMPLE_FOLDER = findUpwards(import.meta.dirname, join('resources', 'sample'))

/** Sources and built files lie at different depths below the folder that has `resources`. */
function findUpwards(from: string, wanted: string): string {
  const path = join(from, wanted)
  const parent = dirname(from)
  return existsSync(path) || parent === from ? path : findUpwards(parent, wanted)
}
