import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** As the build writes them: one statement a line. */
const IMPORTED = /^(?:import|export)\b.*?["']([^"'\n]+)["'];?$|\bimport\(["']([^"'\n]+)["']\)/gm
/** `createRequire` is called `load` in the sources. */
const REQUIRED = /\bload\(["']([^"']+)["']\)/g
const ENTRIES = [
  'index',
  'worker',
  'parse-worker',
  'verify-worker',
  'compare-worker',
  'original-worker',
  'bounded-worker',
].map((name) => `${name}.js`)

/** What the files of a package name and what is not there: entries, own files, packages with all that they load. */
export function findUnresolved(folder: string): readonly string[] {
  const main = join(folder, 'out/main')
  const wanted = [...ENTRIES.map((name) => join(main, name)), join(folder, 'out/preload/index.cjs')]
  const missing = [...wanted, ...windowFiles(folder)].filter((file) => !existsSync(file))
  const packages = new Set<string>()
  for (const file of globSync('**/*.js', { cwd: main }).map((name) => join(main, name))) {
    const text = readFileSync(file, 'utf8')
    for (const [, one = '', other = ''] of text.matchAll(IMPORTED)) {
      const name = one === '' ? other : one
      if (!name.startsWith('.')) packages.add(`await import('${name}')`)
      else if (!existsSync(join(dirname(file), name))) missing.push(join(dirname(file), name))
    }
    for (const [, name = ''] of text.matchAll(REQUIRED)) packages.add(`load('${name}')`)
  }
  // Electron is there, and what only the command line loads is not packed.
  return [
    ...missing,
    ...loadAll(
      main,
      [...packages].filter((name) => !/'(?:electron|commander|ws)'/.test(name)),
    ),
  ]
}

/** What the window's page names. */
function windowFiles(folder: string): readonly string[] {
  const page = join(folder, 'out/renderer/index.html')
  if (!existsSync(page)) return [page]
  const named = readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.?\/([^"]+)"/g)
  return [...named].map(([, path = '']) => join(folder, 'out/renderer', path))
}

/** Loads packages with all that they load in turn, from where the bundle stands. */
function loadAll(main: string, packages: readonly string[]): readonly string[] {
  const probe = join(main, 'probe.mjs')
  const lines = packages.map(
    (load) => `try { ${load} } catch (error) { console.log(${JSON.stringify(load)}, error.code) }`,
  )
  const head = "import { createRequire } from 'node:module'; const load = createRequire(import.meta.url)"
  writeFileSync(probe, [head, ...lines].join('\n'))
  const { stdout, status } = spawnSync(process.execPath, [probe], { encoding: 'utf8' })
  rmSync(probe)
  return [...stdout.split('\n').filter((line) => line !== ''), ...(status === 0 ? [] : ['probe'])]
}
