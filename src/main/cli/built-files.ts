import { join } from 'node:path'

const isSource = import.meta.url.endsWith('.ts')

/** Chunks of the build lie one folder deeper than its entries. */
const builtFolder = import.meta.dirname.endsWith('chunks') ? join(import.meta.dirname, '..') : import.meta.dirname

/** An entry of a thread: the built file beside the built command line, or the source when sources run as they are. */
function entry(name: string): string {
  return isSource ? join(import.meta.dirname, `../${name}.ts`) : join(builtFolder, `${name}.js`)
}

/** What a thread of the parse pool runs. */
export const PARSE_WORKER = entry('parse-worker')
/** What the core's threads run. */
export const WORKER = entry('worker')
/** What the thread runs that makes originals harmless. */
export const ORIGINAL_WORKER = entry('original-worker')
/** The built window: it is never served from sources. */
export const WINDOW_FOLDER = isSource
  ? join(import.meta.dirname, '../../../out/renderer')
  : join(builtFolder, '../renderer')
