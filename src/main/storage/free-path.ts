import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A path in the folder that nothing lies at: the name with its extension, numbered from 2 when it is taken. */
export function freePath(folder: string, name: string, extension: string): string {
  let path = join(folder, name + extension)
  for (let number = 2; existsSync(path); number++) path = join(folder, `${name} ${String(number)}${extension}`)
  return path
}
