/** The oldest Node that better-sqlite3's binary runs on; older ones end with a crash and no message. */
const OLDEST_NODE = 22

/** A sentence for people when this Node is too old, else null. */
export function refuseOldNode(version: string): string | null {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return null
  return (
    `Offprint needs Node ${OLDEST_NODE} or newer, and this is Node ${version}. Nothing was changed. ` +
    'In a checkout, "npm ci" brings the right Node and "npm run offprint" uses it.'
  )
}
