// The command line from a checkout: builds when sources are newer than `out/`, then runs the built program, which
// checks its Node itself before it loads anything.
const { buildWhenStale } = await import('./build-when-stale.mjs')
buildWhenStale()
await import('../out/main/cli.js')
