import { dirname, extname, join } from 'node:path'

/** The entries of the threads lie side by side, as sources and as built files alike. */
export function besideParseWorker(parseWorker: string, name: string): string {
  return join(dirname(parseWorker), `${name}${extname(parseWorker)}`)
}
