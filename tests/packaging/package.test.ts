import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectLicences } from '../../scripts/packaging/collect-licences.ts'
import { listSizes } from '../../scripts/packaging/sizes-of.ts'
import { anElectronApp } from '../support/electron/an-electron-app.ts'
import { aBareSystem, canHaveBareSystem } from '../support/packaging/bare-system.ts'
import { importAndSearch } from '../support/packaging/import-and-search.ts'
import { findUnresolved } from '../support/packaging/find-unresolved.ts'
import { packForLinux } from '../support/packaging/pack.ts'

const ROOT = join(import.meta.dirname, '../..')
const MIB = 1024 * 1024

/** Everything here is about the package as it is made; only a machine with Electron can show that it starts. */
describe.skipIf(process.platform !== 'linux')('the package for Linux, over a stub of Electron', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-package-'))
  const unpacked = join(folder, 'linux-unpacked')
  const content = join(folder, 'content')
  let files: readonly string[] = []

  beforeAll(() => {
    collectLicences(ROOT, join(ROOT, 'out/licences'))
    packForLinux(folder, ['deb'])
    extractAll(join(unpacked, 'resources/app.asar'), content)
    files = globSync('**/*', { cwd: content }).filter((name) => statSync(join(content, name)).isFile())
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('holds the built program and its sample, and nothing of its sources', () => {
    const own = files.filter((name) => !name.startsWith('node_modules/'))
    const folders = new Set(own.map((name) => name.split('/').slice(0, 2).join('/')))
    expect([...folders].sort()).toEqual([
      'out/main',
      'out/preload',
      'out/renderer',
      'package.json',
      'resources/icons',
      'resources/sample',
    ])
    const { main } = JSON.parse(readFileSync(join(content, 'package.json'), 'utf8')) as { main: string }
    expect(files).toContain(join(main))
    expect(files.filter((name) => /\.(?:map|ts|vue|mts|cts|tsbuildinfo|gyp|c|cpp|h)$/.test(name))).toEqual([])
    expect(files.filter((name) => /\.vite|cli\.js$|README/i.test(name))).toEqual([])
  })

  it('names nobody to ask for updates', () => {
    expect(readdirSync(join(unpacked, 'resources'))).not.toContain('app-update.yml')
  })

  it('holds the one module of SQLite for this system, outside the archive of files, where it can be loaded', () => {
    const modules = files.filter((name) => name.endsWith('.node'))
    expect(modules).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node'])
    expect(globSync('**/*.node', { cwd: join(unpacked, 'resources/app.asar.unpacked') })).toEqual(modules)
  })

  it('holds no package twice: those of the window are in its bundle alone', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    const packed = readdirSync(join(content, 'node_modules'))
    expect(packed.length).toBeGreaterThan(15)
    expect(packed.filter((name) => name in devDependencies)).toEqual([])
    expect(packed.filter((name) => ['commander', 'ws', 'vue', '@vue', '@fontsource-variable'].includes(name))).toEqual(
      [],
    )
  })

  it('says of every package and every font in it under which licence it is', () => {
    const licences = readFileSync(join(unpacked, 'resources/licences/packages.txt'), 'utf8')
    const packages = globSync('node_modules/{*,@*/*}/**/package.json', { cwd: content })
      .map((name) => JSON.parse(readFileSync(join(content, name), 'utf8')) as { name?: string; version?: string })
      .filter(({ name, version }) => name !== undefined && version !== undefined)
    expect(packages.length).toBeGreaterThan(25)
    for (const { name = '', version = '' } of packages) expect(licences).toContain(`\n${name} ${version}\n`)
    const fonts = files.filter((name) => name.endsWith('.woff2')).length
    expect(fonts).toBeGreaterThan(100)
    expect(licences.match(/^@fontsource-variable\/\S+ \S+\nOFL-1\.1$/gm)?.length).toBe(9)
    for (const name of ['vue', 'pinia', 'reka-ui', '@lucide/vue'])
      expect(licences).toMatch(new RegExp(`^${name} `, 'm'))
    expect(licences).not.toMatch(/\bGPL|AGPL|GNU GENERAL/)
    expect(readdirSync(join(unpacked, 'resources/licences')).sort()).toEqual(['Offprint.txt', 'packages.txt'])
    expect(readdirSync(unpacked)).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']))
  })

  it('has the fuses of the checklist blown in the program (19)', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'offprint'))
    const isOn = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0)
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    expect(on.map(isOn)).toEqual(on.map(() => '1'))
    expect(off.map(isOn)).toEqual(off.map(() => '0'))
  })

  it('runs from what is in it alone: starts, imports, searches, exports and brings the sample', async () => {
    const app = await anElectronApp({ main: join(content, 'out/main/index.js') })
    expect(await importAndSearch(app.client, app.home)).toEqual({
      imported: 5,
      sample: 12,
      found: { gauge: 1, haus: 1, маяк: 1, sluice: 1, 水位: 1, absent: 0 },
      exported: expect.arrayContaining([expect.stringMatching(/\.md$/)]) as unknown,
    })
    const page = await app.fetch('app://bundle/')
    expect(Buffer.from(page.body).toString()).toContain('<div id="app">')
  })

  it('has every file that its bundles load; one that is missing is seen', () => {
    expect(findUnresolved(content)).toEqual([])
    for (const name of ['out/main/parse-worker.js', 'node_modules/yaml/dist/index.js', 'out/renderer/index.html']) {
      const bytes = readFileSync(join(content, name))
      rmSync(join(content, name))
      expect([name, findUnresolved(content).length > 0]).toEqual([name, true])
      writeFileSync(join(content, name), bytes)
    }
  })

  it('is not larger than it was: what is added is added knowingly', () => {
    const sizes = listSizes(content)
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    expect(total).toBeLessThan(34.5 * MIB)
    expect(sizes.find(({ part }) => part === 'fonts')?.bytes).toBeLessThan(15.5 * MIB)
  })

  it.skipIf(!canHaveBareSystem())('is installed by dpkg, found in the path, and removed without a trace', () => {
    const [deb = ''] = globSync('*.deb', { cwd: folder })
    const system = aBareSystem(mkdtempSync(join(folder, 'system-')))
    const before = system.files()
    system.dpkg('--install', join(folder, deb))
    expect(system.run('/usr/bin/offprint', '/a b.offprint')).toBe('/a b.offprint\n')
    expect(system.files()).toEqual(expect.arrayContaining(['opt/Offprint/resources/app.asar', 'usr/bin/offprint']))
    expect(system.dpkg('--status', 'offprint')).toContain('Status: install ok installed')
    // Again, as an update does.
    system.dpkg('--install', join(folder, deb))
    expect(system.run('/usr/bin/offprint', '--x')).toBe('--x\n')
    system.dpkg('--purge', 'offprint')
    expect(system.files()).toEqual(before)
  })

  it('makes a .deb that says what it is, opens archives and links, and brings its icon in every size', () => {
    const [deb = ''] = globSync('*.deb', { cwd: folder })
    const ask = (...args: readonly string[]) =>
      spawnSync('dpkg-deb', [...args], { cwd: folder, encoding: 'utf8', maxBuffer: 16 * MIB }).stdout
    const field = (name: string) => ask('--field', deb, name).trim()
    expect([field('Package'), field('Architecture'), field('Section')]).toEqual(['offprint', 'amd64', 'utils'])
    expect(field('Depends')).toContain('libgtk-3-0')
    const listed = ask('--contents', deb)
    expect(listed).toContain('./opt/Offprint/resources/app.asar\n')
    for (const size of [16, 48, 256, 512]) {
      expect(listed).toContain(`hicolor/${String(size)}x${String(size)}/apps/offprint.png`)
    }
    const file = (path: string) =>
      spawnSync('sh', ['-c', 'dpkg-deb --fsys-tarfile "$0" | tar -xO "$1"', deb, path], {
        cwd: folder,
        encoding: 'utf8',
      }).stdout
    const desktop = file('./usr/share/applications/offprint.desktop')
    expect(desktop).toContain('Exec=/opt/Offprint/offprint %U\n')
    expect(desktop).toContain('MimeType=application/vnd.offprint;x-scheme-handler/offprint;\n')
    expect(desktop).toContain('StartupWMClass=offprint\n')
    expect(file('./usr/share/mime/packages/offprint.xml')).toContain('<glob pattern="*.offprint"/>')
  })
})
