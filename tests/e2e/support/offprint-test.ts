import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { findChromium } from '../../../scripts/find-chromium.ts'
import type { ShellOption } from '../../../scripts/window/shell-option.ts'
import { watchComplaints, type Complaints } from './complaints.ts'
import { ELECTRON, NO_ELECTRON, openElectron } from './opened-electron.ts'
import { openWindowOf, type OpenedWindow } from './opened-window.ts'
import { createPreparedArchives, type MakeArchive, type PreparedArchives } from './prepared-archives.ts'
import { aProgram, type Program } from './program.ts'
import { makeSample } from './sample-window.ts'
import { startSentinel, type Sentinel } from './sentinel.ts'

/** What Chromium asks by itself, whatever page it shows; these names alone do not reach the sentinel. */
const CHROMIUMS_OWN = [
  'update.googleapis.com',
  'accounts.google.com',
  'content-autofill.googleapis.com',
  'redirector.gvt1.com',
]

interface OffprintFixtures {
  /** Skips what runs in Electron where there is none, before anything is started. */
  readonly shellHere: null
  /** The program with a home of its own; what it serves ends with the test, in order. */
  readonly program: Program
  /** Opens the window as a person does who follows the address that `serve` prints; starts the host when it is not running. */
  readonly openWindow: () => Promise<OpenedWindow>
  /** Lets the test begin with an archive that is made once under this name and copied for each test. */
  readonly beginWith: (name: string, make: MakeArchive) => Promise<void>
  /** Opens the window on an archive that holds the built-in sample, its list drawn. */
  readonly openSampleWindow: () => Promise<OpenedWindow>
  /** What any page of the test complained about; unless allowed, it fails the test at its end. */
  readonly complaints: Complaints
}

interface OffprintWorkerFixtures {
  /** Takes every connection of Chromium that is not to 127.0.0.1; one of them fails the test. */
  readonly sentinel: Sentinel
  readonly prepared: PreparedArchives
}

/** A test of the window: real program, real Chromium; fails on complaints of the pages and on connections outside. */
export const test = base.extend<OffprintFixtures & ShellOption, OffprintWorkerFixtures>({
  shell: ['browser', { option: true }],
  shellHere: [
    async ({ shell }, use, info) => {
      info.skip(shell === 'electron' && ELECTRON === null, NO_ELECTRON)
      await use(null)
    },
    { auto: true },
  ],
  sentinel: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are used from this very pattern
    async ({}, use) => {
      const sentinel = await startSentinel()
      await use(sentinel)
      await sentinel.close()
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ sentinel }, use) => {
      await use({
        executablePath: findChromium() ?? 'chromium',
        // The sandbox of Chromium's own processes cannot start under root, where machines that test usually run.
        chromiumSandbox: process.getuid?.() !== 0,
        args: [`--host-resolver-rules=${resolverRules(sentinel)}`],
      })
    },
    { scope: 'worker' },
  ],
  prepared: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const prepared = createPreparedArchives()
      await use(prepared)
      prepared.close()
    },
    { scope: 'worker' },
  ],
  complaints: [
    async ({ context, sentinel }, use) => {
      const complaints = await watchComplaints(context)
      await use(complaints)
      expect(complaints.found(), 'what the pages complained about').toEqual([])
      const connections = sentinel.connections()
      sentinel.forget()
      expect(connections, 'connections to the outside').toEqual([])
    },
    { auto: true },
  ],
  // eslint-disable-next-line no-empty-pattern -- as above
  program: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'offprint-e2e-'))
    const program = aProgram(home)
    await use(program)
    await program.stop()
    rmSync(home, { recursive: true, force: true })
  },
  openWindow: async ({ context, program, shell, complaints }, use) => {
    const opened: OpenedWindow[] = []
    await use(async () => {
      if (shell === 'electron' && ELECTRON !== null) {
        const { app, window } = await openElectron(ELECTRON, program.home)
        program.endWith(() => app.close())
        complaints.watch(app.context())
        return window
      }
      const window = await openWindowOf(await program.host(), await context.newPage())
      opened.push(window)
      return window
    })
    // Before the host ends: what a page is still loading would be a complaint of it.
    await Promise.all(opened.map(({ page, close }) => Promise.all([page.close(), close()])))
  },
  beginWith: async ({ program, prepared }, use) => {
    await use((name, make) => prepared.place(program, name, make))
  },
  openSampleWindow: async ({ beginWith, openWindow }, use) => {
    await use(async () => {
      await beginWith('sample', makeSample)
      const window = await openWindow()
      await window.page.getByRole('option').first().waitFor()
      return window
    })
  },
})

function resolverRules({ port }: Sentinel): string {
  const own = CHROMIUMS_OWN.map((name) => `MAP ${name} ~NOTFOUND`)
  return [...own, `MAP * 127.0.0.1:${port}`, 'EXCLUDE 127.0.0.1'].join(', ')
}

export { expect }
