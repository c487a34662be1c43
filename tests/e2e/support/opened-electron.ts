import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { environmentAt } from '../../../scripts/environment-at.ts'
import { findElectron } from '../../../scripts/find-electron.ts'
import { createHostClient } from '../../../src/shared/ipc/client.ts'
import { valueOf } from '../../support/value-of.ts'
import { runJob } from './host-connection.ts'
import { allArticles, drawn, type OpenedWindow } from './opened-window.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** Electron's program of this checkout; null = the journeys in it are skipped. */
export const ELECTRON = findElectron(ROOT, process.env)

/** Says why, where it is shown which tests were skipped. */
export const NO_ELECTRON = "Electron's program is not here; `npx install-electron` brings it"

/** The desktop application with one window. */
export interface OpenedElectron {
  readonly app: ElectronApplication
  readonly window: OpenedWindow
}

/** Starts the built application on a home folder, with Electron as it came: not packed, its fuses as delivered. */
export async function openElectron(program: string, home: string): Promise<OpenedElectron> {
  // Its sandbox cannot start under root, where machines that test usually run.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ROOT] : [ROOT]
  const env = Object.entries(environmentAt(home)).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const app = await _electron.launch({ executablePath: program, args, env: Object.fromEntries(env) })
  const page = await app.firstWindow()
  await page.waitForFunction(() => globalThis.offprint !== undefined)
  const client = createHostClient(await pipeOf(page))
  for (;;) {
    const { status, file } = valueOf(await client.request('host.archive', {}))
    if (status === 'open' || !existsSync(file)) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await drawn(page)
  const { contentBase, host } = valueOf(await client.request('host.capabilities', {}))
  const inside = await app.evaluate(() => 'electron' in process.versions)
  // A journey that passes in another shell has shown nothing of this one.
  if (host !== 'electron' || !inside) throw new Error('the window is not in Electron')
  const window: OpenedWindow = {
    ...{ page, client, contentBase },
    runJob: (kind, input) => runJob(client, kind, input),
    articles: () => allArticles(client),
    close: () => Promise.resolve(),
  }
  return { app, window }
}

/** The window's own pipe, for the test as well. */
async function pipeOf(page: Page) {
  const listeners = new Set<(name: string, payload: unknown) => void>()
  await page.exposeFunction('offprintTold', (name: string, payload: unknown) => {
    for (const listener of listeners) listener(name, payload)
  })
  await page.evaluate(() => {
    const { offprintTold } = globalThis as unknown as { offprintTold: (name: string, payload: unknown) => void }
    globalThis.offprint?.onEvent(offprintTold)
  })
  return {
    request: (name: string, input: unknown) =>
      page.evaluate(([asked, given]) => globalThis.offprint?.request(asked, given), [name, input] as const),
    onEvent: (listener: (name: string, payload: unknown) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
