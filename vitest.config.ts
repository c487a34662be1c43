import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { closingLineReporter } from './scripts/closing-line-reporter.ts'

/** Processes start slowly beside others; vitest's own times are for what happens in one. */
const PROCESSES = { testTimeout: 300_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } }

/**
 * `core`: everything in process. `command-line`: the built program's commands, each a process. `processes`: processes that
 * are killed, frozen or write at once, so they run one file after another and may take minutes. `component`: Vue in
 * happy-dom.
 */
export default defineConfig({
  test: {
    // Vitest's own choice leaves a core free, which is half of a small machine.
    maxWorkers: '100%',
    reporters: ['default', closingLineReporter()],
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          // Loading the core anew for each of its many files would take as long as half of the tests.
          isolate: false,
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/{unit,contract,golden,property,security}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'command-line',
          environment: 'node',
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/{cli,packaging}/**/*.test.ts'],
          ...PROCESSES,
        },
      },
      {
        test: {
          name: 'processes',
          environment: 'node',
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/{faults,electron}/**/*.test.ts'],
          ...PROCESSES,
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
