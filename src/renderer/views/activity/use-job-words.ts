import { useI18n } from 'vue-i18n'
import type { ImportReport, Job, JobKind, Jobs } from '../../../shared/model/job.ts'
import { ledgerOf } from '../../stores/import-ledger.ts'
import { describeError } from '../../../shared/describe-error.ts'

/** What a job ended with, in a sentence; `ok` false = something is to be looked at. */
export interface JobOutcome {
  readonly ok: boolean
  readonly sentence: string
}

/** Words for long work. */
export interface JobWords {
  readonly name: (kind: JobKind) => string
  /** `9,436 of 12,480`, `9,436`, or nothing yet. */
  readonly progress: (job: Job) => string
  /** Null while it runs. */
  readonly outcome: (job: Job) => JobOutcome | null
}

/** The words, in the language of the interface. */
export function useJobWords(): JobWords {
  const { t, n } = useI18n()
  const counted = (key: string, count: number, more: Readonly<Record<string, string>> = {}): string =>
    t(`activity.ended.${key}`, { n: n(count), ...more }, count)

  function imported(report: ImportReport): JobOutcome {
    const { decisions, kept } = ledgerOf(report, null)
    const came = counted('import', kept)
    return decisions === 0 ? ended(true, came) : ended(false, `${came} ${counted('decisions', decisions)}`)
  }

  const done: { readonly [Kind in JobKind]: (output: Jobs[Kind]['output']) => JobOutcome } = {
    'import.run': imported,
    'import.resume': imported,
    'import.sample': imported,
    'export.run': ({ written }) => ended(true, counted('export', written)),
    'archive.verify': ({ damaged, checked }) =>
      damaged.length === 0
        ? ended(true, counted('verify', checked.articles))
        : ended(false, counted('damaged', damaged.length)),
    'archive.backup': ({ articles, damaged, file }) =>
      damaged.length === 0
        ? ended(true, counted('backup', articles, { file: nameOf(file) }))
        : ended(false, counted('backupDamaged', damaged.length, { file: nameOf(file) })),
    'archive.rebuild-index': ({ articles, complete }) =>
      ended(complete, counted(complete ? 'index' : 'indexStopped', articles)),
    'archive.rebuild-derived': ({ renewed, failed }) => ended(failed.length === 0, counted('derived', renewed)),
    'article.organise': ({ articles }) => ended(true, counted('organise', articles)),
    'trash.empty': ({ articles, erased }) => ended(erased, counted(erased ? 'empty' : 'emptyLater', articles)),
  }

  return {
    name: (kind) => t(`activity.kinds.${kind.replace('.', '-')}`),
    progress: ({ state }) => {
      if (state.status !== 'running') return ''
      const { done: count, total } = state.progress
      if (total === null) return count === 0 ? '' : n(count)
      return t('activity.of', { done: n(count), total: n(total) })
    },
    outcome: ({ kind, state }) => {
      if (state.status === 'running') return null
      if (state.status === 'failed') {
        const isStopped = state.error.code === 'job/cancelled' || state.error.code === 'import/cancelled'
        return ended(isStopped, isStopped ? t('activity.ended.stopped') : describeError(state.error).what)
      }
      // Kind and output belong together; TypeScript cannot follow that through an index.
      return (done[kind] as (output: Jobs[JobKind]['output']) => JobOutcome)(state.output)
    },
  }
}

function ended(ok: boolean, sentence: string): JobOutcome {
  return { ok, sentence }
}

function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
