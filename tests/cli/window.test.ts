import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { tempDir } from '../support/temp-dir.ts'

const PROGRAM = join(import.meta.dirname, '../../out/main/cli.js')

interface Running {
  readonly child: ChildProcess
  readonly home: string
  /** Standard output so far. */
  readonly said: () => string
  readonly ended: Promise<number | null>
}

/** The built program with a home of its own. */
function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}, home = tempDir()): Running {
  const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home }
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...own, ...environment } })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  return { child, home, said: () => said, ended: new Promise((resolve) => child.once('exit', resolve)) }
}

function enter(address: string): Promise<WebSocket> {
  const { origin, host, hash } = new URL(address)
  const socket = new WebSocket(`ws://${host}/pipe`, { origin })
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.send(JSON.stringify({ kind: 'enter', token: hash.slice(1) }))
    })
    socket.once('message', () => {
      resolve(socket)
    })
    socket.once('close', reject)
  })
}

/** A program that stands for a browser: it writes down how it was called and what the page it was given says. */
function fakeBrowser(folder: string, then: string): string {
  const path = join(folder, 'browser.sh')
  const script = `#!/bin/sh
printf '%s\\n' "$@" > '${folder}/arguments.txt'
page=$(printf '%s\\n' "$1" | sed 's#^--app=file://##')
stat -c %a "$page" > '${folder}/mode.txt'
cat "$page" > '${folder}/page.html.part' && mv '${folder}/page.html.part' '${folder}/page.html'
${then}
`
  writeFileSync(path, script)
  chmodSync(path, 0o755)
  return path
}

describe.skipIf(process.platform === 'win32')('the window from the command line', () => {
  it('serve prints an address first, another when it was used, and closes the archive in order when interrupted', async () => {
    const home = tempDir()
    const archive = join(home, 'a.offprint')
    writeFileSync(join(home, 'a.txt'), 'A text of some words, long enough to be an article of its own.\n')
    expect(await run(['--archive', archive, 'import', join(home, 'a.txt')], {}, home).ended).toBe(0)
    const { child, said, ended } = run(['serve', '--no-open', '--archive', archive], {}, home)
    await expect.poll(said).toContain('\n')
    const { url } = JSON.parse(said()) as { url: string }
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[0-9a-f]{64}$/)
    const socket = await enter(url)
    await expect.poll(() => said().trim().split('\n').length).toBe(2)
    await expect(enter(url)).rejects.toBe(4401)
    socket.send('{"kind":"request","id":1,"name":"article.list","input":{}}')
    await new Promise((resolve) => socket.once('message', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(readdirSync(home).filter((name) => name.startsWith('a.offprint'))).toEqual(['a.offprint'])
  })

  it('start opens a browser by a private page, never by its arguments, and ends when the window is gone', async () => {
    const folder = tempDir()
    const browser = fakeBrowser(folder, 'sleep 60')
    const { said, ended, home } = run(['start'], { CHROMIUM_PATH: browser })
    await expect.poll(() => existsSync(join(folder, 'page.html')), { timeout: 20_000 }).toBe(true)
    expect(said()).toContain(`Offprint opens in a window of Chromium (${browser}).`)
    const address =
      /location\.replace\('(http[^']+)'\)/.exec(readFileSync(join(folder, 'page.html'), 'utf8'))?.[1] ?? ''
    const given = readFileSync(join(folder, 'arguments.txt'), 'utf8')
    expect(given).not.toContain(new URL(address).hash.slice(1))
    expect(given).not.toContain('no-sandbox')
    expect(readFileSync(join(folder, 'mode.txt'), 'utf8').trim()).toBe('600')
    const page = /--app=file:\/\/(\S+)/.exec(given)?.[1] ?? ''
    expect(statSync(join(page, '..')).mode & 0o077).toBe(0)
    expect(page.startsWith(home)).toBe(true)

    const socket = await enter(address)
    await expect.poll(() => existsSync(page)).toBe(false)
    socket.close()
    expect(await ended).toBe(0)
  })

  it('start says what to do where no browser is found', async () => {
    const { child, said, ended } = run(['start'], { CHROMIUM_PATH: '', PATH: '/nowhere' })
    await expect
      .poll(said, { timeout: 20_000 })
      .toMatch(/No Chromium, Chrome or Edge was found[^]*http:\/\/127[^]*Ctrl\+C/)
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })
})
