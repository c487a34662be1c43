import { writeFileSync } from 'node:fs'
import { parentPort, resourceLimits } from 'node:worker_threads'
import { importArticle } from '../../src/main/import/import-article.ts'
import { serveDrafts } from '../../src/main/import/pool/serve-drafts.ts'
import { createAnalyser } from '../../src/main/search/analyse.ts'

// A pool thread that does its work, and misbehaves where the text of an item asks it to.
if (parentPort === null) throw new Error('odd-parse-worker is the entry of a thread')
const analyse = createAnalyser()

const ODDITIES: Readonly<Record<string, (rest: string) => void>> = {
  'please write slowly to ': (file) => {
    writeFileSync(`${file}.begun`, '')
    const start = Date.now()
    while (Date.now() - start < 300);
    writeFileSync(file, '')
  },
  'please hang': () => {
    for (;;);
  },
  'please wait': () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500)
  },
  'please exit': () => process.exit(3),
  'please throw': () => {
    throw new Error('as asked')
  },
  'please tell your limits': () => {
    const { maxOldGenerationSizeMb: old, maxYoungGenerationSizeMb: young } = resourceLimits
    throw new Error(`old ${String(old)}, young ${String(young)}`)
  },
  'please eat memory': () => {
    const eaten: number[][] = []
    for (;;) eaten.push(new Array<number>(100_000).fill(1.5))
  },
}

serveDrafts(parentPort, (draft) => {
  const text = draft.content.kind === 'none' ? '' : new TextDecoder().decode(draft.content.bytes.subarray(0, 400))
  const oddity = Object.keys(ODDITIES).find((asked) => text.startsWith(asked))
  if (oddity !== undefined) ODDITIES[oddity]?.(text.slice(oddity.length))
  return importArticle(draft, { analyse })
})
