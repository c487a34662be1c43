import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { openSample, VIEWS, WELCOME, type ShownView } from '../../scripts/window/shown-views.ts'
import { OPENED } from './support/opened-states.ts'
import { importRunning, importDone } from './support/import-states.ts'
import { expect, test } from './support/offprint-test.ts'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

/** WCAG 2.2 A and AA, and what axe calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What a theme can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

test.beforeEach(() => test.setTimeout(300_000))

test('axe finds nothing in any view, in light, dark and sepia', async ({ openWindow }) => {
  const { page } = await openWindow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const found = [...(await violationsOf(page, [WELCOME]))]
  await openSample(page)
  found.push(...(await violationsOf(page, VIEWS)))
  expect(found).toEqual([])
})

test('axe finds nothing in what opens over the views, in light, dark and sepia', async ({ openSampleWindow }) => {
  const { page } = await openSampleWindow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await violationsOf(page, OPENED)).toEqual([])
})

test('axe finds nothing in an import that runs and in one that ended, in light, dark and sepia', async ({
  openWindow,
  program,
}) => {
  const { page } = await openWindow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'Open the sample' }).waitFor()
  expect(await violationsOf(page, [importRunning(program), importDone])).toEqual([])
})

async function violationsOf(page: Page, views: readonly ShownView[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const view of views) {
    await test.step(view.name, async () => {
      await view.show(page)
      found.push(...(await violationsIn(page, view.name)))
    })
  }
  return found
}

/** Structure is judged once, colours in every theme. */
async function violationsIn(page: Page, view: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found: string[] = []
  for (const theme of ['light', 'dark', 'sepia']) {
    // Less motion is asked for: colours are there with the next frame, not on their way in.
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }, theme)
    const rules: axe.RunOnly =
      theme === 'light' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOUR_RULES }
    found.push(...(await runAxe(page, rules)).map((violation) => `${view}, ${theme}: ${violation}`))
  }
  return found
}

/** Frames are left out: no script runs in them, axe's neither; what they hold is the article, written by the clean step. */
function runAxe(page: Page, runOnly: axe.RunOnly): Promise<readonly string[]> {
  return page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { iframes: false, runOnly: rules })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    )
  }, runOnly)
}
