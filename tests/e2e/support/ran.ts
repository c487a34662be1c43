import type { BrowserContext } from '@playwright/test'
import { CANARY } from './hostile-pages.ts'

/** Counts what ran of hostile pages: canaries in any console, dialogs, windows opened. */
export interface RanWatch {
  readonly signs: () => readonly string[]
  readonly forget: () => void
}

/** Watches a context from now on; its dialogs are dismissed, and windows that open count as signs. */
export function watchRan(context: BrowserContext): RanWatch {
  let signs: string[] = []
  context.on('console', (message) => {
    if (message.text().includes(CANARY)) signs.push(`canary at ${message.location().url}`)
  })
  context.on('dialog', (dialog) => {
    signs.push(`dialog ${dialog.message()}`)
    // A frame that is taken away takes its dialog with it.
    dialog.dismiss().catch(() => undefined)
  })
  context.on('page', (page) => {
    if (page.url() !== 'about:blank' || context.pages().length > 1) signs.push(`window ${page.url()}`)
  })
  return {
    signs: () => signs,
    forget: () => {
      signs = []
    },
  }
}
