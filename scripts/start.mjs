// `npm start`: the desktop application where Electron's program is there or can be fetched, else the same window in a
// browser. On a Node that is too old nothing of it is tried; the command line says so.
import { join } from 'node:path'
import { buildWhenStale } from './build-when-stale.mjs'

buildWhenStale()
const args = process.argv.slice(2)
const why =
  Number.parseInt(process.versions.node, 10) < 22
    ? ''
    : await (await import('./start.ts')).startElectron(join(import.meta.dirname, '..'), args)
if (why !== null) {
  if (why !== '') console.log(why)
  process.argv.splice(2, args.length, 'start', ...args)
  await import('../out/main/cli.js')
}
