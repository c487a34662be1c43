// `npm run package`: builds what is stale, then packs. Arguments are electron-builder's.
import { buildWhenStale } from './build-when-stale.mjs'

buildWhenStale()
const { packApplication } = await import('./packaging/pack-application.ts')
process.exitCode = packApplication(process.argv.slice(2))
