import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findElectron } from '../../scripts/find-electron.ts'
import { tempDir } from '../support/temp-dir.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A checkout with its build, whose Electron is whatever the test puts there. */
function aCheckout(): string {
  const root = tempDir()
  for (const name of ['scripts', 'out', 'package.json', 'resources', 'electron.vite.config.ts']) {
    cpSync(join(ROOT, name), join(root, name), { recursive: true, preserveTimestamps: true })
  }
  mkdirSync(join(root, 'src'))
  mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true })
  for (const name of Object.keys(packages())) {
    mkdirSync(join(root, 'node_modules', name, '..'), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name))
  }
  // Newer than the sources, so that nothing is built.
  utimesSync(join(root, 'out/main/cli.js'), new Date(), new Date(Date.now() + 60_000))
  return root
}

function packages(): Record<string, string> {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> })
    .dependencies
}

/** Writes a program. */
function program(path: string, script: string): string {
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

/** What fetches Electron, in the checkout: a script that does as told. */
function installer(root: string, script: string): void {
  writeFileSync(join(root, 'node_modules/electron/install.js'), script)
  writeFileSync(join(root, 'node_modules/electron/package.json'), '{"name":"electron","version":"0.0.0"}')
}

function start(root: string, args: readonly string[] = []) {
  const home = tempDir()
  const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home }
  const browser = program(join(home, 'browser.sh'), `touch '${home}/shown'; sleep 60`)
  const environment = { ...process.env, ...own, CHROMIUM_PATH: browser, ELECTRON_EXEC_PATH: '' }
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...args], { env: environment })
  onTestFinished(() => void child.kill('SIGTERM'))
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { said: () => said, ended, isShown: () => existsSync(join(home, 'shown')), home }
}

describe.skipIf(process.platform === 'win32')('npm start', () => {
  it('runs Electron on the checkout with what it was given, and nothing else', async () => {
    const root = aCheckout()
    program(join(root, 'node_modules/electron/dist/electron'), `printf '%s\\n' "$@" > '${root}/arguments.txt'`)
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
    installer(root, 'process.exit(1)')
    const { ended, said, isShown } = start(root, ['/a/b c.offprint'])
    expect(await ended).toBe(0)
    expect(readFileSync(join(root, 'arguments.txt'), 'utf8')).toBe(`${root}\n/a/b c.offprint\n`)
    expect([said(), isShown()]).toEqual(['', false])
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string }
    expect(existsSync(join(root, main))).toBe(true)
  })

  it('says in one line that Electron is not there, and shows the window in a browser', async () => {
    const root = aCheckout()
    installer(root, 'process.exit(1)')
    const { said, isShown } = start(root)
    await expect.poll(isShown, { timeout: 20_000 }).toBe(true)
    const [first = '', second = '', ...more] = said().trim().split('\n')
    expect(first).toBe('Electron is not installed and could not be fetched; `npx install-electron` gets it.')
    expect(second).toContain('Offprint opens in a window of Chromium')
    expect(more).toEqual([])
  })

  it('fetches Electron once and runs it', async () => {
    const root = aCheckout()
    const folder = join(root, 'node_modules/electron')
    const fetched = program(join(root, 'fetched'), `touch '${root}/ran'`)
    installer(
      root,
      `const fs = require('fs'); fs.copyFileSync('${fetched}', '${folder}/dist/electron'); fs.writeFileSync('${folder}/path.txt', 'electron')`,
    )
    expect(await start(root).ended).toBe(0)
    expect(existsSync(join(root, 'ran'))).toBe(true)
  })

  it('waits some seconds for it at most', async () => {
    const root = aCheckout()
    installer(root, 'setTimeout(() => {}, 20_000)')
    const { said, isShown } = start(root)
    await expect.poll(isShown, { timeout: 25_000 }).toBe(true)
    expect(said()).toContain('Electron is being fetched for the next start.')
  })

  it('shows the window in a browser when Electron fails at once', async () => {
    const root = aCheckout()
    program(join(root, 'node_modules/electron/dist/electron'), 'echo no screen >&2; exit 1')
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
    const { said, isShown } = start(root)
    await expect.poll(isShown, { timeout: 20_000 }).toBe(true)
    expect(said()).toMatch(/no screen\nElectron is installed and could not show a window; its message is above\.\n/)
  })

  it('finds Electron by its files, and only what can be run', () => {
    const root = aCheckout()
    expect(findElectron(root, {})).toBeNull()
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
    expect(findElectron(root, {})).toBeNull()
    const found = program(join(root, 'node_modules/electron/dist/electron'), 'true')
    expect(findElectron(root, {})).toBe(found)
    expect(findElectron(root, { ELECTRON_EXEC_PATH: '/nowhere' })).toBeNull()
    expect(findElectron(root, { ELECTRON_EXEC_PATH: '/bin/sh' })).toBe('/bin/sh')
  })
})
