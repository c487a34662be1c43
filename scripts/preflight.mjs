/**
 * Refuses a Node that better-sqlite3 crashes on without a message (Node < 22), before anything is loaded.
 * Plain syntax: this file must run on the Node that it refuses.
 */
export function refuseOldNode(version = process.versions.node) {
  const major = Number(version.split('.')[0])
  if (major >= 22) return null
  return (
    `Offprint needs Node 22 or newer, and this is Node ${version}. ` +
    'Nothing was changed. "npm ci" brings the right Node with it: start Offprint with "npm start" or "npm run offprint".'
  )
}
