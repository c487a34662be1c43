/**
 * The oldest Node of each line that has what archives need: better-sqlite3's binary ends a Node before 22 with a crash
 * and no message; Zstandard with dictionaries came to 22.19 and 24.6, and never to the lines between.
 */
const OLDEST_MINOR: ReadonlyMap<number, number> = new Map([
  [22, 19],
  [24, 6],
])

/** A sentence for people when this Node is too old, else null. */
export function refuseOldNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  if (major > 24 || minor >= (OLDEST_MINOR.get(major) ?? Number.POSITIVE_INFINITY)) return null
  return (
    `Offprint needs Node 22.19, 24.6 or newer, and this is Node ${version}. Nothing was changed. ` +
    'In a checkout, "npm ci" brings the right Node and "npm run offprint" uses it.'
  )
}
