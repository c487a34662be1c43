import { cpSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anElectronApp, type TestApp } from '../support/electron/an-electron-app.ts'
import { importPage } from '../support/host-suite.ts'
import { tempDir } from '../support/temp-dir.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A copy of the build to plant a fault in. */
function aBuild() {
  const root = tempDir()
  cpSync(join(ROOT, 'out'), join(root, 'out'), { recursive: true })
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'))
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  const main = join(root, 'out/main/index.js')
  return {
    main,
    path: (name: string) => join(root, 'out', name),
    /** Replaces what must be there, in the entry or one of its chunks. */
    plant: (what: string | RegExp, by: string): void => {
      const files = ['index.js', ...readdirSync(join(root, 'out/main/chunks')).map((name) => `chunks/${name}`)]
      const found = files
        .map((name) => join(root, 'out/main', name))
        .filter((file) => readFileSync(file, 'utf8').search(what) >= 0)
      expect(found.length).toBeGreaterThan(0)
      for (const file of found) writeFileSync(file, readFileSync(file, 'utf8').replace(what, by))
    },
  }
}

/** What every start of the application must reach. */
async function starts(main: string): Promise<TestApp> {
  const app = await anElectronApp({ main })
  expect((await app.client.request('host.archive', {})).ok).toBe(true)
  return app
}

describe('a fault in the build', () => {
  it('is not there in the build as it is, copied elsewhere', async () => {
    await starts(aBuild().main)
  })

  it('is seen: a preload that is not where the window looks', async () => {
    const build = aBuild()
    renameSync(build.path('preload/index.cjs'), build.path('preload/index.mjs'))
    await expect(starts(build.main)).rejects.toThrow('ENOENT')
  })

  it('is seen: a preload that is an ES module, which a sandbox cannot load', async () => {
    const build = aBuild()
    writeFileSync(build.path('preload/index.cjs'), "import { contextBridge } from 'electron'\nexport {}\n")
    await expect(starts(build.main)).rejects.toThrow(/import statement outside a module/)
  })

  it('is seen: a preload that requires what a sandbox does not have', async () => {
    const build = aBuild()
    const preload = readFileSync(build.path('preload/index.cjs'), 'utf8')
    writeFileSync(build.path('preload/index.cjs'), `require('node:fs');${preload}`)
    await expect(starts(build.main)).rejects.toThrow('module not found: node:fs')
  })

  it('is seen: the scheme handled before Electron is ready', async () => {
    const build = aBuild()
    build.plant(/await app\.whenReady\(\)/, '')
    await expect(starts(build.main)).rejects.toThrow('the application ended')
  })

  it('is seen: the scheme handled only after the window asked for it', async () => {
    const build = aBuild()
    build.plant(/(\w+)\.protocol\.handle\(/, 'setTimeout((...args) => $1.protocol.handle(...args), 500, ')
    await expect(starts(build.main)).rejects.toThrow('no window came: ERR_UNKNOWN_URL_SCHEME')
  })

  it('is seen: a scheme that is made known too late', async () => {
    const build = aBuild()
    build.plant(
      /protocol\.registerSchemesAsPrivileged\(/,
      'app.whenReady().then(() => protocol).then((it) => it.registerSchemesAsPrivileged).then(',
    )
    const app = await starts(build.main)
    expect((await app.log()).some(({ what }) => what === 'schemes')).toBe(false)
  })

  it('is seen: a channel that is handled twice', async () => {
    const build = aBuild()
    build.plant(/keepFile: "offprint:keep-file"/, 'keepFile: "offprint:request"')
    await expect(starts(build.main)).rejects.toThrow('the application ended')
  })

  it('is seen: a sender that is not checked', async () => {
    const build = aBuild()
    build.plant(/return sender === ours && [^;]+;/, 'return true;')
    const app = await starts(build.main)
    const foreign = {
      do: 'invoke',
      channel: 'offprint:request',
      args: ['host.places', {}],
      sender: 'foreign-page',
    } as const
    expect(await app.order(foreign)).toMatchObject({ ok: true })
  })

  it('is seen: a value that cannot cross the border of the page, such as a proxy of Vue', async () => {
    const app = await starts(aBuild().main)
    const proxy = new Proxy({ uid: 'x', version: null }, {})
    await expect(async () => app.preload.bridge.request('host.openOriginal', proxy)).rejects.toThrow(
      'could not be cloned',
    )
  })

  it('is seen: an address of a file that is opened outside', async () => {
    const build = aBuild()
    build.plant(/!SCHEMES\.has\([^)]+\)/, 'false')
    const app = await starts(build.main)
    await app.order({ do: 'answer-dialog', answer: { response: 1 } })
    expect((await app.client.request('host.openExternal', { url: 'file:///etc/passwd' })).ok).toBe(true)
    expect((await app.log()).some(({ what }) => what === 'openExternal')).toBe(true)
  })

  it('is seen: a bound of memory that the process of originals does not have', async () => {
    const build = aBuild()
    // Tells its bound, and at the next original takes all the memory it can get.
    writeFileSync(
      build.path('main/original-worker.js'),
      `import { parentPort, resourceLimits } from 'node:worker_threads'
let answered = false
parentPort.on('message', () => {
  const hoard = []
  while (answered) hoard.push(new Array(1e7).fill(hoard.length + 0.5))
  answered = true
  parentPort.postMessage({ ok: true, value: { html: 'bound ' + resourceLimits.maxOldGenerationSizeMb, resources: [] } })
})`,
    )
    const app = await starts(build.main)
    valueOf(await app.client.request('host.openArchive', { file: join(app.home, 'a.offprint'), create: true }))
    const uid = await importPage(app.client, join(app.home, 'a.offprint'))
    const open = () => app.client.request('host.openOriginal', { uid, version: null })
    const page = await app.fetch(valueOf(await open()).url)
    expect(Buffer.from(page.body).toString()).toContain('bound 1024')
    expect(errorOf(await open()).code).toBe('host/original-not-shown')
    expect((await app.client.request('host.archive', {})).ok).toBe(true)
  })

  it('is seen: a file of the core that is missing', async () => {
    const build = aBuild()
    rmSync(build.path('main/worker.js'))
    const app = await starts(build.main)
    const made = await app.client.request('host.openArchive', { file: join(app.home, 'a.offprint'), create: true })
    expect(made.ok).toBe(false)
  })
})
