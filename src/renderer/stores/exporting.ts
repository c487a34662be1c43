import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { ExportReport, Job, JobUid } from '../../shared/model/job.ts'
import { theHost } from '../api.ts'
import { createExportChoices, type ExportChoice } from './export-choices.ts'
import { createLivePreview } from './export-preview.ts'
import { useJobs } from './jobs.ts'

/** The built-in templates. */
export const TEMPLATES = ['plain', 'obsidian', 'logseq'] as const
/** A built-in template, or a file of one's own. */
export type TemplateChoice = (typeof TEMPLATES)[number] | 'own'

/** How far the export is. */
export type ExportState =
  | { readonly status: 'choosing' }
  | { readonly status: 'running'; readonly job: JobUid }
  | { readonly status: 'done'; readonly report: ExportReport; readonly to: string }
  | { readonly status: 'failed'; readonly error: AppError }

/** The export dialog: what, by which template, where to, and what came of it. */
export const useExporting = defineStore('exporting', () => {
  const jobs = useJobs()
  const isOpen = shallowRef(false)
  const choices = createExportChoices()
  const { choice } = choices
  const template = shallowRef<TemplateChoice>('plain')
  const ownTemplate = shallowRef('')
  const to = shallowRef('')
  const state = shallowRef<ExportState>({ status: 'choosing' })
  const preview = createLivePreview()

  const templateName = computed(() => (template.value === 'own' ? ownTemplate.value.trim() : template.value))
  const progress = computed(() => {
    const job = state.value.status === 'running' ? jobs.find(state.value.job) : undefined
    return job?.state.status === 'running' ? job.state.progress : null
  })

  /** Opens the dialog on these articles; `others`, and what the dialog knows, are offered below. */
  async function open(first: ExportChoice, others: readonly ExportChoice[] = []): Promise<void> {
    state.value = { status: 'choosing' }
    preview.drop()
    isOpen.value = true
    const counted = choices.begin([first, ...others])
    if (to.value === '') to.value = await usualFolder()
    await Promise.all([counted, refreshPreview()])
  }

  function close(): void {
    isOpen.value = false
    preview.drop()
  }

  /** Reads again what the export would write for the first article. */
  async function refreshPreview(): Promise<void> {
    if (choice.value !== null) await preview.ask(choice.value.selection, templateName.value || null)
  }

  /** Writes the files. */
  async function run(): Promise<void> {
    if (choice.value === null) return
    const folder = to.value.trim()
    const { selection } = choice.value
    const input = { selection, format: 'markdown', to: folder, template: templateName.value || null } as const
    const started = await jobs.start({ kind: 'export.run', input })
    state.value = started.ok
      ? { status: 'running', job: started.value.uid }
      : { status: 'failed', error: started.error }
    if (started.ok) state.value = endOf(await jobs.ended(started.value.uid), folder)
  }

  /** Stops an export under way; files already written stay whole. */
  async function stop(): Promise<void> {
    if (state.value.status === 'running') await jobs.cancel(state.value.job)
  }

  return {
    ...{
      isOpen,
      choices: choices.all,
      chosen: choices.chosen,
      choice,
      template,
      ownTemplate,
      to,
      state,
      progress,
      preview: preview.state,
    },
    ...{ open, offer: choices.offer, close, refreshPreview, run, stop },
  }
})

/** Where exports usually go; empty when that cannot be said. */
async function usualFolder(): Promise<string> {
  const places = await theHost().client.request('host.places', {})
  return places.ok ? places.value.exports : ''
}

function endOf({ state }: Job, to: string): ExportState {
  switch (state.status) {
    case 'failed':
      // Stopped by the person: the dialog is as it was before.
      return state.error.code === 'job/cancelled' ? { status: 'choosing' } : { status: 'failed', error: state.error }
    case 'done':
      // The kind of the job says which output it has.
      return { status: 'done', report: state.output as ExportReport, to }
    case 'running':
      throw new Error('a job that ended still runs')
  }
}
