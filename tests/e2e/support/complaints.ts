import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test'

/** What pages complained about: errors of their console (refusals of a content security policy among them), thrown errors. */
export interface Complaints {
  readonly found: () => readonly string[]
  /** Watches the pages of another context too. */
  readonly watch: (context: BrowserContext) => void
  /** Lets those that fit pass; for tests that provoke them. */
  readonly allow: (pattern: RegExp) => void
}

/** Watches every page of a context from now on. */
export async function watchComplaints(context: BrowserContext): Promise<Complaints> {
  const found: string[] = []
  const allowed: RegExp[] = []
  watch(context, found)
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      console.error(`policy violated: ${effectiveDirective} by ${blockedURI} ${sample}`)
    })
  })
  return {
    watch: (other) => {
      watch(other, found)
    },
    found: () => found.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint))),
    allow: (pattern) => allowed.push(pattern),
  }
}

function watch(context: BrowserContext, found: string[]): void {
  context.on('console', (message) => {
    if (isComplaint(message)) found.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => found.push(`thrown: ${error.error().stack ?? error.error().message}`))
  context.on('page', (page) => watchCrashes(page, found))
}

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || message.type() === 'warning' || message.type() === 'assert'
}

function watchCrashes(page: Page, found: string[]): void {
  page.on('crash', () => found.push('a page crashed'))
}
