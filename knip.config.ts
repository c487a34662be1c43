import type { KnipConfig } from 'knip'

/** What nothing uses: exports, files, packages. */
const config: KnipConfig = {
  entry: [
    'src/main/cli/index.ts',
    'src/main/worker.ts',
    'src/main/parse-worker.ts',
    'src/main/verify-worker.ts',
    'src/main/compare-worker.ts',
    'src/main/original-worker.ts',
    'src/main/bounded-worker.ts',
    // Documents of the host link to them (electron.vite.config.ts).
    'src/renderer/styles/reader-{frame,print}.css',
    'bench/*/run.ts',
    'bench/*/*-worker.ts',
    'scripts/*.mjs',
    'tests/**/*.test.ts',
    'tests/**/*-worker.ts',
    'tests/**/support/{fill,try-open}.ts',
    'scripts/window/{screens,browser-tests-reporter}.ts',
    // Node is told to load these, and Electron's name leads to the fake.
    'tests/support/electron/{register,parent-port,fake-electron}.ts',
    'tests/support/packaging/fpm-by-dpkg.ts',
  ],
  project: ['src/**/*.{ts,vue,css}', 'bench/**/*.ts', 'tests/**/*.ts', 'scripts/**/*.{mjs,ts}'],
  // Style sheets import too: the fonts.
  compilers: { css: (text: string) => [...text.matchAll(/(?<=@)import[^;]+/g)].join('\n') },
  // A type that stands in an exported signature is exported with it.
  ignoreExportsUsedInFile: true,
  // Tools of the system; the tests are skipped where they are missing.
  ignoreBinaries: ['mkfifo', 'dpkg-deb', 'ldd'],
  // One is run by its path, of the other a list of versions is read.
  ignoreDependencies: ['electron-builder', 'electron-to-chromium'],
}

export default config
