import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A package that is shipped, by itself or inside a bundle. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression. */
  readonly identifier: string
  readonly text: string
}

interface PackageFile {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: unknown
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** What a licence says, for packages that name it and bring no text of it. */
const STANDARD_TEXTS: Readonly<Record<string, string>> = {
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
}

/** Bundles whose build says what they are made of. */
const BUNDLES = ['main', 'renderer']
/** What a package names as needed and only its command line loads; electron-builder.yml leaves it out. */
const LEFT_OUT: ReadonlySet<string> = new Set(['argparse'])
const LICENCE_FILE = /^(?:un)?licen[cs]e|^copying/i

/**
 * Every package that a built checkout ships: those that the core loads, with all that they need; those inside the
 * bundles; the fonts. By name and version. Throws when one has no licence text.
 */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const found = new Map<string, ShippedPackage>()
  const keep = (one: ShippedPackage): void => {
    if (one.text === '') throw new Error(`no licence text comes with ${one.name} ${one.version}`)
    found.set(`${one.name}@${one.version}`, one)
  }
  const { dependencies = {}, devDependencies = {} } = readPackage(root)
  for (const folder of withDependencies(root, Object.keys(dependencies))) keep(describe(folder))
  const fonts = Object.keys(devDependencies).filter((name) => name.startsWith('@fontsource'))
  for (const name of fonts) keep(describe(join(root, 'node_modules', name)))
  for (const bundle of BUNDLES) readBundled(join(root, 'out', bundle, '.vite/licences.json')).forEach(keep)
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, shipped]) => shipped)
}

/** Writes what is shipped under which licence into a folder: our own licence, and one text for all others. */
export function collectLicences(root: string, folder: string): void {
  const packages = shippedPackages(root)
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'LICENSE'), join(folder, 'Offprint.txt'))
  const parts = packages.map(({ name, version, identifier, text }) => `${name} ${version}\n${identifier}\n\n${text}\n`)
  const head = `Offprint is made with the ${String(packages.length)} packages below. Electron and Chromium bring their licences in files of their own.\n`
  writeFileSync(join(folder, 'packages.txt'), [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`))
}

/** Folders of packages and of all that these need in turn, found as Node finds them. */
function withDependencies(root: string, names: readonly string[]): readonly string[] {
  const folders = new Set<string>()
  const visit = (from: string, name: string): void => {
    const folder = findPackage(from, name)
    if (folders.has(folder)) return
    folders.add(folder)
    const needed = Object.keys(readPackage(folder).dependencies ?? {})
    for (const next of needed) if (!LEFT_OUT.has(next)) visit(folder, next)
  }
  for (const name of names) visit(root, name)
  return [...folders]
}

function findPackage(from: string, name: string): string {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(from)
  if (parent === from) throw new Error(`${name} is not installed`)
  return findPackage(parent, name)
}

function describe(folder: string): ShippedPackage {
  const { name, version, license = '', author } = readPackage(folder)
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file))
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
  const standard = STANDARD_TEXTS[license]
  if (text !== '' || standard === undefined || typeof author !== 'string') {
    return { name, version, identifier: license, text }
  }
  return { name, version, identifier: license, text: `Copyright (c) ${author}\n\n${standard}` }
}

function readPackage(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile
}

function readBundled(file: string): readonly ShippedPackage[] {
  if (!existsSync(file)) throw new Error(`${file} is missing: the build has to be made anew`)
  const listed = JSON.parse(readFileSync(file, 'utf8')) as Partial<ShippedPackage>[]
  return listed.map(({ name = '', version = '', identifier = '', text = '' }) => ({ name, version, identifier, text }))
}
