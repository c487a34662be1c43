import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HostClient } from '../../../src/shared/ipc/client.ts'
import type { JobToStart } from '../../../src/shared/ipc/contract.ts'
import type { ImportReport, JobKind, Jobs } from '../../../src/shared/model/job.ts'
import { aJapanesePdf } from '../a-japanese-pdf.ts'
import { aPdf, pdfLines } from '../a-pdf.ts'
import { valueOf } from '../value-of.ts'

const SENTENCE = 'The gauges along the river were read twice a day, and nobody asked what the numbers were for. '
/** A file of each kind whose reading loads packages of its own. */
const FILES = {
  'page.html': `<!doctype html><html lang="en"><title>Gauges</title><article><h1>Gauges</h1>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(6)}</article></html>`,
  'note.md': `---\ntitle: Pegel\nlang: de\n---\n\n# Pegel\n\n${'Die Häuser am Fluss wurden gezählt, und der Pegel stieg. '.repeat(9)}\n`,
  'story.txt': `Ліхтар\n\n${'Сторож щоночі рахував кораблі, що проходили повз маяк. '.repeat(12)}`,
  'report.pdf': aPdf([
    pdfLines(Array<string>(12).fill('The sluice was opened at dawn and closed at dusk.'), { x: 72, y: 700 }),
  ]),
  // 東京都の水位は毎朝測られ、記録に残された
  'tokyo.pdf': aJapanesePdf('938c8b9e937382cc908588ca82cd968892a991aa82e782ea81418b4c985e82c98e6382b382ea82bd'),
}

/** What came of the journey. */
export interface Journey {
  readonly imported: number
  readonly sample: number
  /** How many articles each query finds. */
  readonly found: Readonly<Record<string, number>>
  /** Names of the files that were written. */
  readonly exported: readonly string[]
}

/** A new archive, files of several kinds and the sample imported, searched, and exported. */
export async function importAndSearch(client: HostClient, home: string): Promise<Journey> {
  const folder = join(home, 'given')
  mkdirSync(folder)
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  valueOf(await client.request('host.openArchive', { file: join(home, 'a.offprint'), create: true }))
  const given = { paths: [folder], base: null, collection: [], tags: [], format: null } as const
  const imported = await run(client, { kind: 'import.run', input: { ...given, dryRun: false, report: 'all' } })
  const found: Record<string, number> = {}
  for (const query of ['gauge', 'haus', 'маяк', 'sluice', '水位', 'absent']) {
    const answer = await client.request('article.search', { query, match: 'all', limit: 10, offset: 0 })
    found[query] = valueOf(answer).total
  }
  const to = join(home, 'exported')
  const selection = { kind: 'query', query: '', except: [] } as const
  await run(client, { kind: 'export.run', input: { selection, format: 'markdown', to, template: null } })
  const sample = await run(client, { kind: 'import.sample', input: {} })
  return { imported: added(imported), sample: added(sample), found, exported: readdirSync(to).sort() }
}

function added({ items }: ImportReport): number {
  return items.filter(({ outcome }) => outcome === 'added').length
}

/** Runs a job to its end. */
async function run<Kind extends JobKind>(
  client: HostClient,
  job: Extract<JobToStart, { readonly kind: Kind }>,
): Promise<Jobs[Kind]['output']> {
  const ended = Promise.withResolvers<Jobs[Kind]['output']>()
  client.on('job.changed', ({ kind, state }) => {
    if (kind !== job.kind) return
    if (state.status === 'done') ended.resolve(state.output)
    if (state.status === 'failed') ended.reject(new Error(JSON.stringify(state.error)))
  })
  valueOf(await client.request('job.start', job))
  return ended.promise
}
