import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { listSizes } from './sizes-of.ts'

const ROOT = join(import.meta.dirname, '../..')
const MIB = 1024 * 1024

/** `npm run sizes [-- app.asar]`: the parts of a package without Electron; without a path, of what lies in `dist/`. */
const packed = process.argv[2] ?? globSync('dist/**/app.asar', { cwd: ROOT }).map((name) => join(ROOT, name))[0]
if (packed === undefined) {
  console.error('There is no package in dist/. `npm run package -- --dir` makes one for this system.')
  process.exitCode = 1
} else {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-sizes-'))
  try {
    extractAll(packed, folder)
    const sizes = listSizes(folder)
    const whole = { part: 'all', files: sum(sizes, 'files'), bytes: sum(sizes, 'bytes') }
    for (const { part, files, bytes } of [...sizes, whole]) {
      console.log(`${part.padEnd(46)}${String(files).padStart(6)} files${(bytes / MIB).toFixed(2).padStart(9)} MiB`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function sum<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0)
}
