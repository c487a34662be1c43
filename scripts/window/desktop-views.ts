import type { Page } from '@playwright/test'
import { PIPE_PATH, type ToHost, type ToWindow } from '../../src/shared/ipc/browser-pipe.ts'
import type { UpdateAnswer, UpdateProgress } from '../../src/shared/ipc/host-contract.ts'
import { appError } from '../../src/shared/app-error.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import { showLibrary, type ShownView } from './shown-views.ts'

/** What the desktop application alone would answer a check for updates; `step` is where it stays. */
type Check = { readonly answer: Result<UpdateAnswer> } | { readonly step: UpdateProgress }

/**
 * Stands between a window and its host before the window is opened: it is told that its host can look for updates, and asks
 * this. Nothing else of what they say is touched.
 */
export async function answerForDesktop(page: Page): Promise<(check: Check) => void> {
  let next: Check | null = null
  await page.routeWebSocket(new RegExp(`${PIPE_PATH}$`), (window) => {
    const host = window.connectToServer()
    const asked = new Set<number>()
    const send = (message: ToWindow): void => {
      window.send(JSON.stringify(message))
    }
    window.onMessage((text) => {
      const message = JSON.parse(text.toString()) as ToHost
      if (message.kind === 'request' && message.name === 'host.capabilities') asked.add(message.id)
      if (message.kind !== 'request' || message.name !== 'host.checkForUpdates' || next === null) host.send(text)
      else if ('answer' in next) send({ kind: 'answer', id: message.id, result: next.answer })
      else send({ kind: 'event', name: 'host.updateProgress', payload: next.step })
    })
    host.onMessage((text) => {
      const message = JSON.parse(text.toString()) as ToWindow
      if (message.kind !== 'answer' || !asked.delete(message.id)) {
        window.send(text)
        return
      }
      const { value } = message.result as { readonly value: object }
      send({ ...message, result: ok({ ...value, updates: true }) })
    })
  })
  return (check) => {
    next = check
  }
}

/** The states of a check for updates, each in a window that `answerForDesktop` stands before. */
export function desktopViews(answer: (check: Check) => void): readonly ShownView[] {
  const after = (name: string, check: Check): ShownView => ({
    name,
    show: async (page) => {
      answer(check)
      await page.reload()
      await showLibrary(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('Check for updates')
      await page.keyboard.press('Enter')
    },
  })
  const host = 'updates.offprint.invalid'
  return [
    {
      name: 'settings-updates',
      show: async (page) => {
        await showLibrary(page)
        await page.keyboard.press('Control+,')
        const updates = page.getByRole('switch', { name: 'Look for updates when I ask' })
        if ((await updates.getAttribute('aria-checked')) !== 'true') await updates.click()
      },
    },
    after('update-asking', { step: { step: 'asking', host } }),
    after('update-downloading', { step: { step: 'downloading', version: '0.2.0', share: 0.42 } }),
    after('update-newest', { answer: ok({ status: 'newest', version: '0.1.0' }) }),
    after('update-waiting', { answer: ok({ status: 'waiting', version: '0.2.0' }) }),
    after('update-fixed', { answer: ok({ status: 'fixed', kind: 'system', home: 'https://offprint.invalid' }) }),
    after('update-failed', { answer: err(appError('host/update-offline', { host })) }),
  ]
}
