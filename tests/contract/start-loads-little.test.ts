import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
/** Imports and exports from another module that stay when types are erased; not those that wait (`import(…)`). */
const STATIC = /^(?:import|export)(?! type\b)[^'"()]*?from '([^']+)'|^import '([^']+)'/gm

interface Loaded {
  /** Sources, by their path below the checkout. */
  readonly files: readonly string[]
  /** Packages by name; Node's own are left out. */
  readonly packages: readonly string[]
}

/** What loading a source loads with it at once. */
function loadedWith(entry: string): Loaded {
  const files = new Set<string>()
  const packages = new Set<string>()
  const visit = (path: string): void => {
    if (files.has(path)) return
    files.add(path)
    for (const [, from, bare] of readFileSync(path, 'utf8').matchAll(STATIC)) {
      const name = from ?? bare ?? ''
      if (name.startsWith('.')) visit(join(dirname(path), name))
      else if (!name.startsWith('node:')) packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
    }
  }
  visit(join(ROOT, entry))
  return { files: [...files].map((path) => relative(ROOT, path)), packages: [...packages].toSorted() }
}

const below = (files: readonly string[], folder: string): readonly string[] =>
  files.filter((path) => path.startsWith(`src/main/${folder}/`))

describe('what a start loads', () => {
  it('an entry of a thread loads no role before it knows its own', () => {
    const { files, packages } = loadedWith('src/main/worker.ts')
    expect(packages).toEqual(['uuid'])
    expect([...below(files, 'storage'), ...below(files, 'search'), ...below(files, 'archive')]).toEqual([])
  })

  it('a reader loads nothing that writes, imports or exports', () => {
    const { files, packages } = loadedWith('src/main/core/open-reading-thread.ts')
    expect(packages).toEqual(['approx-string-match', 'better-sqlite3', 'lunr-languages', 'uuid', 'valibot'])
    expect([...below(files, 'import'), ...below(files, 'export')]).toEqual([])
    expect(files).not.toContain('src/main/storage/entities/entities.ts')
  })

  it('the writer loads what imports and exports need with the first of them', () => {
    const { files, packages } = loadedWith('src/main/core/open-writing-thread.ts')
    const known = ['approx-string-match', 'better-sqlite3', 'canonicalize', 'lunr-languages', 'uuid', 'valibot']
    expect(packages).toEqual(known)
    expect([...below(files, 'import/formats'), ...below(files, 'import/html'), ...below(files, 'export')]).toEqual([])
  })

  it('the command line loads neither the core nor the hosts before a command needs them', () => {
    const { files, packages } = loadedWith('src/main/cli/program.ts')
    expect(packages).toEqual(['commander', 'uuid'])
    expect([...below(files, 'storage'), ...below(files, 'import'), ...below(files, 'hosts/browser')]).toEqual([])
  })

  it('a host loads no part of the core but its guards', () => {
    const { files, packages } = loadedWith('src/main/cli/serve-window.ts')
    expect(packages).toEqual(['uuid', 'valibot', 'ws'])
    expect([...below(files, 'storage'), ...below(files, 'search'), ...below(files, 'import')]).toEqual([])
  })
})
