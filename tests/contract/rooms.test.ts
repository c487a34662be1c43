import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempDir } from '../support/temp-dir.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Runs the project's own rules over a small tree with these files. */
function cruise(files: Readonly<Record<string, string>>): { readonly status: number | null; readonly output: string } {
  const folder = tempDir()
  for (const name of ['.dependency-cruiser.mjs', 'rooms.json', 'package.json']) {
    cpSync(join(ROOT, name), join(folder, name))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const depcruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const run = spawnSync(process.execPath, [depcruise, '--config', '.dependency-cruiser.mjs', 'src'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status: run.status, output: run.stdout + run.stderr }
}

const leaf = 'export const leaf = 1\n'

describe('the table of rooms', () => {
  it('accepts a room that looks only where it may', () => {
    const { status, output } = cruise({
      'src/shared/leaf.ts': leaf,
      'src/main/archive/use.ts': "import { leaf } from '../../shared/leaf.ts'\nexport const use = leaf\n",
    })
    expect(output).toContain('no dependency violations')
    expect(status).toBe(0)
  })

  const planted: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    [
      'shared code that looks into main',
      'room-shared',
      { 'src/main/archive/leaf.ts': leaf, 'src/shared/a.ts': "export * from '../main/archive/leaf.ts'\n" },
    ],
    [
      'storage that looks into search',
      'room-storage',
      { 'src/main/search/leaf.ts': leaf, 'src/main/storage/a.ts': "export * from '../search/leaf.ts'\n" },
    ],
    [
      'search that looks at a use case instead of a port',
      'room-search',
      { 'src/main/archive/leaf.ts': leaf, 'src/main/search/a.ts': "export * from '../archive/leaf.ts'\n" },
    ],
    [
      'a component that looks at a store',
      'room-components',
      { 'src/renderer/stores/leaf.ts': leaf, 'src/renderer/components/a.ts': "export * from '../stores/leaf.ts'\n" },
    ],
    ['Node in pure code', 'no-node-in-archive', { 'src/main/archive/a.ts': "export { join } from 'node:path'\n" }],
    ['Electron in the core', 'owner-of-electron', { 'src/main/ipc/a.ts': "export { app } from 'electron'\n" }],
    ['SQL outside storage and search', 'owner-of-better-sqlite3', { 'src/main/ipc/a.ts': "import 'better-sqlite3'\n" }],
    [
      'a file in no room',
      'every-file-in-a-room',
      { 'src/main/utils/a.ts': leaf, 'src/main/utils/b.ts': "export * from './a.ts'\n" },
    ],
    [
      'a cycle',
      'no-cycles',
      { 'src/shared/a.ts': "export { b } from './b.ts'\n", 'src/shared/b.ts': "export { a as b } from './a.ts'\n" },
    ],
  ]

  it.each(planted)('refuses %s', (_, rule, files) => {
    const { status, output } = cruise(files)
    expect(output).toContain(rule)
    expect(status).not.toBe(0)
  })
})
