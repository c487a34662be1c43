import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appError } from '../../shared/app-error.ts'
import type { Jobs, JobKind } from '../../shared/model/job.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Core } from '../core.ts'
import { displayTitle } from '../../shared/text/display-title.ts'
import { printable, type Output } from './output.ts'
import { printAnswer } from './print-answer.ts'
import { runJob } from './run-job.ts'

/** What the steps of the tour work with. */
export interface TourWalk {
  readonly core: Core
  readonly output: Output
  /** A folder of the tour's own. */
  readonly folder: string
  /** Folder of the built-in sample. */
  readonly sample: string
}

interface TourStep {
  readonly title: string
  /** The command a person would type for the same. */
  readonly command: string
  readonly run: (walk: TourWalk) => Promise<Result<null>>
}

/** The main job end to end: in, find, mark, out, safe. Each step does what its command does. */
export const TOUR_STEPS: readonly TourStep[] = [
  { title: 'Bring articles in, in any language', command: 'import sample/ --tag sample', run: importSample },
  {
    title: 'Find a phrase',
    command: 'search \'"a light is a promise"\'',
    run: (walk) => search(walk, '"a light is a promise"'),
  },
  { title: 'Find one character in Japanese', command: "search '都'", run: (walk) => search(walk, '都') },
  { title: 'Highlight a passage, with a note', command: 'highlight UID --quote … --note …', run: highlight },
  { title: 'Take it out as Markdown', command: 'export lamp --format markdown --to notes/', run: exportMarkdown },
  { title: 'Check every byte', command: 'verify', run: verify },
]

async function job<Kind extends JobKind>(
  { core, output }: TourWalk,
  kind: Kind,
  input: Jobs[Kind]['input'],
): Promise<Result<Jobs[Kind]['output']>> {
  return (await runJob({ core, output }, kind, input)).result
}

async function importSample(walk: TourWalk): Promise<Result<null>> {
  const request = {
    paths: [walk.sample],
    collection: ['Sample'],
    tags: ['sample'],
    format: null,
    base: null,
    dryRun: false,
    report: 'failed' as const,
  }
  const report = await job(walk, 'import.run', request)
  if (!report.ok) return report
  const byTitle = { query: '', sort: 'title', direction: 'up', limit: 50, offset: 0 } as const
  const list = await walk.core.client.request('article.list', byTitle)
  if (!list.ok) return list
  for (const row of list.value.rows) {
    const { language, publication } = row
    const from = publication === null ? '' : `  (${printable(publication)})`
    walk.output.line(`   ${(language ?? '–').padEnd(3)} ${printable(displayTitle(row))}${from}`)
  }
  walk.output.line(`   ${report.value.added} added, ${report.value.failed} failed`)
  return ok(null)
}

async function search({ core, output }: TourWalk, query: string): Promise<Result<null>> {
  const answer = await core.client.request('article.search', { query, match: 'all', limit: 5, offset: 0 })
  if (!answer.ok) return answer
  printAnswer(output, answer.value, { explain: false, offset: 0 })
  return ok(null)
}

async function highlight(walk: TourWalk): Promise<Result<null>> {
  const { client } = walk.core
  const found = await client.request('article.search', {
    query: '"a light is a promise"',
    match: 'all',
    limit: 1,
    offset: 0,
  })
  if (!found.ok) return found
  const [hit] = found.value.hits
  if (hit === undefined) return err(appError('archive/article-not-found', { uid: 'of the sample' }))
  const quote = 'You keep it whether or not anyone is looking.'
  const note = 'For the chapter on duty.'
  const around = { prefix: '', suffix: '', place: null }
  const wanted = { article: hit.uid, quote, ...around, color: 'yellow', note, tags: ['duty'] } as const
  const made = await client.request('annotation.highlight', wanted)
  if (!made.ok) return made
  const place = made.value.anchors[0]
  walk.output.line(`   “${quote}” (characters ${place?.start ?? 0} to ${place?.end ?? 0})`)
  walk.output.line(`   note: ${note}  tag: duty`)
  return ok(null)
}

async function exportMarkdown(walk: TourWalk): Promise<Result<null>> {
  const to = join(walk.folder, 'notes')
  const selection = { kind: 'query', query: 'lamp', except: [] } as const
  const report = await job(walk, 'export.run', { selection, format: 'markdown', to, template: null })
  if (!report.ok) return report
  const [file] = report.value.files
  if (file === undefined) return ok(null)
  const text = readFileSync(file, 'utf8')
  const highlights = text.slice(Math.max(0, text.indexOf('## Highlights')))
  for (const line of highlights.trimEnd().split('\n').slice(0, 16)) walk.output.line(`   ${printable(line)}`)
  return ok(null)
}

async function verify(walk: TourWalk): Promise<Result<null>> {
  const report = await job(walk, 'archive.verify', {})
  if (!report.ok) return report
  const { damaged, checked } = report.value
  const counts = Object.entries(checked).map(([what, count]) => `${count} ${what}`)
  walk.output.line(
    `   ${damaged.length === 0 ? 'Nothing is damaged' : `${damaged.length} damaged`}: ${counts.join(', ')}`,
  )
  return ok(null)
}
