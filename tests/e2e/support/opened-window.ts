import { existsSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { ToWindow } from '../../../src/shared/ipc/browser-pipe.ts'
import type { HostClient } from '../../../src/shared/ipc/client.ts'
import type { ArticleRow } from '../../../src/shared/model/article.ts'
import { valueOf } from '../../support/value-of.ts'
import { connectToHost, type HostConnection } from './host-connection.ts'
import type { RunningHost } from '../../../scripts/running-host.ts'

/** The window as a person has it in front of them, and a pipe of the test's own beside it. */
export interface OpenedWindow extends HostConnection {
  readonly page: Page
  readonly contentBase: string
  /** Every article outside the Trash, the newest first. */
  readonly articles: () => Promise<readonly ArticleRow[]>
}

/** Follows the address that the host printed, in a page that has shown nothing yet. */
export async function openWindowOf(host: RunningHost, page: Page): Promise<OpenedWindow> {
  const session = sessionOf(page)
  await page.goto(host.url())
  const connection = await connectToHost(host.origin, await session)
  await archiveOpened(connection.client)
  await drawn(page)
  const { contentBase } = valueOf(await connection.client.request('host.capabilities', {}))
  return { ...connection, page, contentBase, articles: () => allArticles(connection.client) }
}

/** The secret that the window is given for its one-time token. */
function sessionOf(page: Page): Promise<string> {
  return new Promise((resolve) => {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        const message = JSON.parse(payload.toString()) as ToWindow
        if (message.kind === 'welcome') resolve(message.session)
      })
    })
  })
}

/** Waits until the archive that the host found has been opened; where there is none, nothing is waited for. */
async function archiveOpened(client: HostClient): Promise<void> {
  for (;;) {
    const { status, file } = valueOf(await client.request('host.archive', {}))
    if (status === 'open' || !existsSync(file)) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Waits until the window shows a view, or why it cannot: a key pressed before that is heard by nobody. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('main, [role=alert]').first().waitFor()
}

/** Most rows a list answers at once. */
const PAGE = 500

/** Every article outside the Trash, the newest first. */
export async function allArticles(client: HostClient): Promise<readonly ArticleRow[]> {
  const rows: ArticleRow[] = []
  for (;;) {
    const request = { query: '', sort: 'added', direction: 'down', limit: PAGE, offset: rows.length } as const
    const answer = valueOf(await client.request('article.list', request))
    rows.push(...answer.rows)
    if (answer.rows.length < PAGE) return rows
  }
}
