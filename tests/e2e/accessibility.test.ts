import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { openSample, VIEWS, WELCOME } from '../../scripts/window/shown-views.ts'
import { valueOf } from '../support/value-of.ts'
import { expect, test } from './support/offprint-test.ts'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

/** WCAG 2.2 A and AA, and what axe calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const theme of ['light', 'dark', 'sepia'] as const) {
  test(`axe finds nothing in any view: ${theme}`, async ({ openWindow }) => {
    test.fixme(true, 'edges of panes stand outside every landmark; the reader names its heading only in the frame')
    test.setTimeout(240_000)
    const { page, client } = await openWindow()
    valueOf(await client.request('host.saveSettings', { settings: { theme } }))
    await page.reload()
    const found: string[] = []
    await WELCOME.show(page)
    found.push(...(await violationsIn(page, WELCOME.name)))
    await openSample(page)
    for (const { name, show } of VIEWS) {
      await show(page)
      // Colours are judged as they stand, not on their way in.
      await page.waitForTimeout(300)
      found.push(...(await violationsIn(page, name)))
    }
    expect(found).toEqual([])
  })
}

/** Frames are left out: no script runs in them, axe's neither; what they hold is the article, written by the clean step. */
async function violationsIn(page: Page, view: string): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async (values) => {
    const found = await window.axe.run(document, { iframes: false, runOnly: { type: 'tag', values } })
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    )
  }, TAGS)
  return violations.map((violation) => `${view}: ${violation}`)
}
