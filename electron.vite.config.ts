import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const source = (path: string): string => resolve(import.meta.dirname, 'src', path)

/** Names the packages inside a bundle, with their licences. */
const BUNDLED = '.vite/licences.json'

/**
 * Some files are asked for by their names: the style sheets of the reader's frame and of printed articles by documents of
 * the host, decoders by pdf.js.
 */
const NAMED = /^(?:reader-(?:frame|print)\.css|\w+_nowasm_fallback\.js)$/
function assetName(name: string): string {
  return NAMED.test(name) ? name : '[name]-[hash][extname]'
}

/**
 * Packages of the core's start: finding and reading their many files took longer than running them. A package of the
 * application leaves them out (electron-builder.yml).
 */
const BUNDLED_PACKAGES = 'approx-string-match canonicalize commander lunr lunr-languages uuid valibot ws'.split(' ')

/**
 * Three bundles: `main` (Electron's entry, command line, core threads), `preload` (CommonJS, because a sandboxed preload cannot be ESM)
 * and `renderer`. Packages of `dependencies` stay outside the main bundle; better-sqlite3 must, as it loads a binary. Those that
 * every start needs are inside it.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node22',
      externalizeDeps: { exclude: BUNDLED_PACKAGES },
      license: { fileName: BUNDLED },
      rolldownOptions: {
        input: {
          index: source('main/index.ts'),
          cli: source('main/cli/index.ts'),
          worker: source('main/worker.ts'),
          'parse-worker': source('main/parse-worker.ts'),
          'verify-worker': source('main/verify-worker.ts'),
          'compare-worker': source('main/compare-worker.ts'),
          'original-worker': source('main/original-worker.ts'),
          'bounded-worker': source('main/bounded-worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [vue()],
    build: {
      minify: true,
      // What the bundle is made of, for the licences of a package (scripts/packaging/collect-licences.ts).
      license: { fileName: BUNDLED },
      // Fonts and pictures stay files: the window's policy refuses `data:` fonts.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: source('renderer/index.html'),
          'reader-frame': source('renderer/styles/reader-frame.css'),
          'reader-print': source('renderer/styles/reader-print.css'),
        },
        output: { assetFileNames: ({ names }) => `assets/${assetName(names[0] ?? '')}` },
      },
    },
  },
})
