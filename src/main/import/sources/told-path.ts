import { isAbsolute, relative, sep } from 'node:path'

/**
 * A path as it is told in reports and kept as an item's origin: below `base` (null = none) relative to it, with `/`
 * between its steps, since where files lay on their way here means nothing later; any other as it is.
 */
export function toldPath(path: string, base: string | null): string {
  if (base === null) return path
  const way = relative(base, path)
  return way === '' || isAbsolute(way) || way.split(sep)[0] === '..' ? path : way.split(sep).join('/')
}
