import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { createAnalyser } from '../../src/main/search/analyse.ts'
import type { ItemKey } from '../../src/main/archive/ports/import-ledger.ts'
import { importArticle } from '../../src/main/import/import-article.ts'
import { sha256 } from '../../src/main/import/steps/sha256.ts'
import type { Draft } from '../../src/main/import/draft.ts'
import { answerParent } from '../answer-parent.ts'
import { readability as plainReadability, readPage } from '../extraction/extractors.ts'

/** Milliseconds for all pages together. */
export interface PagesMeasure {
  /** Offprint's whole road of a page up to the store: extraction, clean HTML, language, fingerprint, analysis, packing. */
  readonly whole: number
  /** Decoding, parsing and plain Readability. */
  readonly readability: number
}

/** Pages that both take before the clock runs: the first ones are slow while code is being compiled. */
const WARM_UP = 10

answerParent<{ readonly files: readonly string[] }, PagesMeasure>(({ files }) => {
  const analyse = createAnalyser()
  const pages = files.map((file) => readFileSync(file))
  const ours = (bytes: Uint8Array): unknown => importArticle(draftOf(bytes), { analyse })
  for (const bytes of pages.slice(0, WARM_UP)) {
    ours(bytes)
    readable(bytes)
  }
  let [whole, readability] = [0, 0]
  pages.forEach((bytes, number) => {
    // Each goes first on every other page, so that neither always finds the processor's caches warm.
    if (number % 2 === 0) readability += timed(() => readable(bytes))
    whole += timed(() => ours(bytes))
    if (number % 2 === 1) readability += timed(() => readable(bytes))
  })
  return { whole, readability }
})

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Plain Readability fails on some pages; that takes its time too. */
function readable(bytes: Uint8Array): unknown {
  try {
    return plainReadability(readPage(bytes), null)
  } catch {
    return null
  }
}

function draftOf(bytes: Uint8Array): Draft {
  const key: ItemKey = { sourceHash: sha256(bytes), key: '' }
  return {
    key,
    source: 'page.html',
    format: 'html',
    content: { kind: 'html', bytes, declaredEncoding: null },
    original: { bytes, mediaType: 'text/html' },
    fileName: 'page.html',
    files: [],
    service: null,
    sourceId: null,
    url: null,
    facts: {},
    marks: { tags: [], collections: [], state: 'unread', starred: false, added: null, highlights: [] },
    joins: null,
    captured: null,
    notes: [],
  }
}
