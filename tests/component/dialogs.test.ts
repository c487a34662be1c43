import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { TooltipProvider } from 'reka-ui'
import { h, nextTick, type Component } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../src/renderer/i18n.ts'
import { useDetails } from '../../src/renderer/stores/details.ts'
import { useExporting } from '../../src/renderer/stores/exporting.ts'
import { useJobs } from '../../src/renderer/stores/jobs.ts'
import { useOpening } from '../../src/renderer/stores/opening.ts'
import OpenArchiveDialog from '../../src/renderer/views/archive/OpenArchiveDialog.vue'
import DetailsDialog from '../../src/renderer/views/details/DetailsDialog.vue'
import ExportDialog from '../../src/renderer/views/export/ExportDialog.vue'
import TrashView from '../../src/renderer/views/TrashView.vue'
import { appError } from '../../src/shared/app-error.ts'
import type { ArticleDetails } from '../../src/shared/model/article-details.ts'
import type { ArticleUid, Instant } from '../../src/shared/model/identity.ts'
import type { JobUid } from '../../src/shared/model/job.ts'
import { err, ok } from '../../src/shared/result.ts'
import { aHost, type Answers } from './support/a-host.ts'
import { aDoneJob } from './support/some-jobs.ts'

const ARTICLE = 'article-1' as ArticleUid
const NOON = '2026-11-25T12:00:00.000Z' as Instant

let unmount: () => void = () => undefined

/** Dialogs are drawn at the end of the page, so it is the page that is looked at. */
function show(component: unknown, answers: Answers) {
  const host = aHost({ 'job.list': () => ok([]), 'job.start': () => ok({ uid: 'job-1' as JobUid }), ...answers })
  useJobs().follow()
  const shown = mount(
    { render: () => h(TooltipProvider, () => h(component as Component)) },
    { global: { plugins: [i18n] }, attachTo: document.body },
  )
  unmount = () => shown.unmount()
  return host
}

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (one) => one.textContent.trim() === name || one.getAttribute('aria-label') === name,
  )
  if (found === undefined) throw new Error(`there is no button ${name}`)
  return found
}

async function press(name: string): Promise<void> {
  button(name).click()
  await flushPromises()
}

async function type(field: HTMLInputElement | null, text: string): Promise<void> {
  if (field === null) throw new Error('there is no such field')
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

beforeEach(() => setActivePinia(createPinia()))
afterEach(() => unmount())

describe('the export dialog', () => {
  const preview = (markdown: string, articles = 1) => ok({ articles, fileName: 'The wall.md', markdown })
  const answers: Answers = {
    'host.places': () => ok({ documents: '/home/x/Documents', exports: '/home/x/Exports' }),
    'article.list': () => ok({ total: 4812, rows: [] }),
    'export.preview': ({ template }) => preview(`# The wall (${template ?? 'plain'})`),
  }
  const selection = { kind: 'articles', articles: [ARTICLE] } as const

  it('shows what will be written, by the template chosen, and how much it is', async () => {
    show(ExportDialog, answers)
    void useExporting().open({ selection, label: 'The wall' })
    await flushPromises()
    expect(document.querySelector('.source')?.textContent).toBe('# The wall (plain)')
    expect([...document.querySelectorAll('.scopes label')].map((one) => one.textContent.trim())).toEqual([
      'The wall1 article',
      'The whole archive4,812 articles',
    ])
    useExporting().template = 'logseq'
    await flushPromises()
    expect(document.querySelector('.source')?.textContent).toBe('# The wall (logseq)')
  })

  it('has a heading over the preview also while there is none, and when it fails', async () => {
    const heading = () => document.querySelector('.preview h3')?.textContent
    show(ExportDialog, { ...answers, 'export.preview': () => err(appError('internal', { incident: 'abc' })) })
    void useExporting().open({ selection, label: 'The wall' })
    await nextTick()
    expect(heading()).toBe('Preview')
    await flushPromises()
    expect(heading()).toBe('Preview')
    expect(document.querySelector('.preview [role=alert]')).not.toBeNull()
  })

  it('says where the files went', async () => {
    const host = show(ExportDialog, answers)
    void useExporting().open({ selection, label: 'The wall' })
    await flushPromises()
    await press('Export')
    expect(host.asked.find(({ name }) => name === 'job.start')?.input).toEqual({
      kind: 'export.run',
      input: { selection, format: 'markdown', to: '/home/x/Exports', template: 'plain' },
    })
    host.tell('job.changed', aDoneJob('job-1', 'export.run', { written: 1, files: ['The wall.md'], notes: [] }))
    await flushPromises()
    expect(document.querySelector('.done')?.textContent).toContain('One file was written to')
    expect(document.querySelector('.done code')?.textContent).toBe('/home/x/Exports')
  })

  it('cannot be pressed without a folder, and says so beside it', async () => {
    show(ExportDialog, answers)
    void useExporting().open({ selection, label: 'The wall' })
    await flushPromises()
    useExporting().to = ' '
    await flushPromises()
    expect(button('Export').disabled).toBe(true)
    expect(document.querySelector('.foot')?.textContent).toContain('Name a folder to write into.')
  })
})

describe('the details of an article', () => {
  const details = (corrected: ArticleDetails['facts'][number]['corrected']): ArticleDetails => ({
    accession: 7,
    added: NOON,
    changed: NOON,
    origins: [],
    versions: [],
    grouped: [],
    facts: [{ field: 'published', stated: '2022', corrected }],
  })

  it('says dates and languages in words, and as they are written where they are changed', async () => {
    const facts: ArticleDetails['facts'] = [
      { field: 'published', stated: '2023-05-14', corrected: null },
      { field: 'language', stated: 'en', corrected: { value: 'de', changed: NOON } },
    ]
    show(DetailsDialog, { 'article.details': () => ok({ ...details(null), facts }) })
    void useDetails().open(ARTICLE)
    await flushPromises()
    const said = [...document.querySelectorAll('.fact .value')].map((value) => value.textContent.trim())
    expect(said).toEqual(['14 May 2023', 'GermanThe source says: English'])
    await press('Change: Published')
    expect(document.querySelector<HTMLInputElement>('.edit input')?.value).toBe('2023-05-14')
  })

  it('says in place why a date is refused, and keeps what was typed', async () => {
    show(DetailsDialog, {
      'article.details': () => ok(details(null)),
      'article.correct': ({ value }) => err(appError('archive/bad-date', { value })),
    })
    void useDetails().open(ARTICLE)
    await flushPromises()
    await press('Change: Published')
    await type(document.querySelector('.edit input'), 'someday')
    await press('Save')
    expect(document.querySelector('.edit')?.textContent).toContain('This is not a date: “someday”.')
    expect(document.querySelector<HTMLInputElement>('.edit input')?.value).toBe('someday')
  })

  it('keeps what the source says beside a correction, and takes the correction back', async () => {
    let corrected: ArticleDetails['facts'][number]['corrected'] = { value: '2023', changed: NOON }
    const host = show(DetailsDialog, {
      'article.details': () => ok(details(corrected)),
      'article.correct': () => {
        corrected = null
        return ok({})
      },
    })
    void useDetails().open(ARTICLE)
    await flushPromises()
    expect(document.querySelector('.fact')?.textContent).toMatch(/2023.*The source says: 2022/)
    await press('Take back')
    expect(host.asked.find(({ name }) => name === 'article.correct')?.input).toMatchObject({ keep: false })
    expect(document.querySelector('.fact')?.textContent).not.toContain('The source says')
  })
})

describe('opening an archive', () => {
  it('stays with the reason and the path when it does not work, and offers to make one', async () => {
    show(OpenArchiveDialog, {
      'host.archive': () => ok({ status: 'none', file: '/home/x/A.offprint', warnings: [] }),
      'host.openArchive': ({ file, create }) =>
        create ? ok({ status: 'open', file, warnings: [] }) : err(appError('storage/not-found', { file, path: file })),
    })
    void useOpening().choose('open')
    await flushPromises()
    await press('Open')
    expect(document.querySelector('[role=alert]')?.textContent).toContain('/home/x/A.offprint')
    await press('Create it here')
    await press('Create')
    expect(document.querySelector('[role=dialog]')).toBeNull()
  })
})

describe('the Trash', () => {
  it('asks before it deletes for ever, and says that backups still hold it', async () => {
    const row = { uid: ARTICLE, title: 'The <b>wall</b>', label: null, url: null, trashed: NOON }
    const host = show(TrashView, {
      'trash.list': () => ok({ total: 1, rows: [row] }),
    })
    await flushPromises()
    expect(document.querySelector('.title')?.textContent).toBe('The <b>wall</b>')
    await press('Empty the Trash…')
    expect(document.querySelector('[role=dialog]')?.textContent).toContain(
      'Backups that you made before still hold them.',
    )
    expect(host.asked.some(({ name }) => name === 'job.start')).toBe(false)
    await press('Keep in the Trash')
    expect(document.querySelector('[role=dialog]')).toBeNull()
    await press('Empty the Trash…')
    await press('Delete it for ever')
    expect(host.asked.find(({ name }) => name === 'job.start')?.input).toEqual({ kind: 'trash.empty', input: {} })
  })
})
