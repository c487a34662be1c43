import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folder of the built-in sample: `resources/sample` of the checkout or of the installed program. */
export const SAMPLE_FOLDER = resourceFolder('sample')

/** Folder of the few short texts that the tour on the command line brings in. */
export const TOUR_FOLDER = resourceFolder('tour')

function resourceFolder(name: string): string {
  return findUpwards(import.meta.dirname, join('resources', name))
}

/** Sources and built files lie at different depths below the folder that has `resources`. */
function findUpwards(from: string, wanted: string): string {
  const path = join(from, wanted)
  const parent = dirname(from)
  return existsSync(path) || parent === from ? path : findUpwards(parent, wanted)
}
