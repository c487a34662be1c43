import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { closingLineReporter } from './scripts/closing-line-reporter.ts'

/**
 * `core`: everything in process. `processes`: real processes of the built program (killed, writing at once, the command
 * line), so they run one file after another and may take minutes. `component`: Vue in happy-dom.
 */
export default defineConfig({
  test: {
    reporters: ['default', closingLineReporter()],
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/{unit,contract,golden,property,security}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'processes',
          environment: 'node',
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/{faults,cli,electron,packaging}/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // Processes start slowly beside others; vitest's own second is for what happens in one.
          expect: { poll: { timeout: 20_000 } },
          fileParallelism: false,
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})
