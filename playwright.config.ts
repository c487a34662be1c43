import { defineConfig } from '@playwright/test'
import type { ShellOption } from './scripts/window/shell-option.ts'

/** Journeys that use the window alone, whatever shell it is in. */
const IN_BOTH = ['journey', 'library', 'sidebar', 'search-and-notes', 'originals', 'accessibility', 'reader/reader']

/**
 * Browser tests: the built program in its browser host, seen through the Chromium of this computer; and the journeys
 * again in Electron, where its program is.
 */
export default defineConfig<ShellOption>({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'node_modules/.cache/playwright/results',
  // Files run one beside another, the tests of a file one after another.
  workers: 2,
  timeout: 120_000,
  // A browser on a busy machine misses a moment now and then; what passes the second time is told as flaky, not failed.
  retries: 1,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  projects: [
    { name: 'browser', use: { shell: 'browser' } },
    { name: 'electron', use: { shell: 'electron' }, testMatch: IN_BOTH.map((name) => `**/${name}.test.ts`) },
  ],
  reporter: [['list'], ['./scripts/window/browser-tests-reporter.ts']],
  use: { actionTimeout: 15_000, trace: 'off', viewport: { width: 1440, height: 900 } },
})
