import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { TooltipProvider } from 'reka-ui'
import { createPinia, setActivePinia } from 'pinia'
import { h } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Host } from '../../src/renderer/api.ts'
import { i18n } from '../../src/renderer/i18n.ts'
import { useImporting } from '../../src/renderer/stores/importing.ts'
import { useJobs } from '../../src/renderer/stores/jobs.ts'
import { useNearDuplicates } from '../../src/renderer/stores/near-duplicates.ts'
import ImportView from '../../src/renderer/views/ImportView.vue'
import { useProblemWords } from '../../src/renderer/views/import/problem-words.ts'
import type { ImportItemReport } from '../../src/shared/model/import.ts'
import { appError } from '../../src/shared/app-error.ts'
import type { GestureUid, Instant, Uid } from '../../src/shared/model/identity.ts'
import type { JobUid } from '../../src/shared/model/job.ts'
import { err, ok } from '../../src/shared/result.ts'
import { aHost, type Answers, type TestHost } from './support/a-host.ts'
import { aDoneJob, aFailedJob, anItem, aReport, aRunningJob } from './support/some-jobs.ts'

let started: number

/** Jobs get the names job-1, job-2, … in the order they are started. */
function answers(more: Answers = {}): Answers {
  return {
    'job.start': () => ok({ uid: `job-${String(++started)}` as JobUid }),
    'job.list': () => ok([]),
    'job.cancel': () => ok({}),
    'import.unfinished': () => ok(null),
    'host.forgetUpload': () => ok({}),
    ...more,
  }
}

function show(host: TestHost) {
  useJobs().follow()
  const shown = mount({ render: () => h(TooltipProvider, () => h(ImportView)) }, { global: { plugins: [i18n] } })
  const numbers = (): Record<string, string> =>
    Object.fromEntries(shown.findAll('tr').map((row) => [row.get('th').text(), row.get('td').text()]))
  return { shown, numbers, host }
}

function buttonNamed(shown: VueWrapper, name: string) {
  const found = shown.findAll('button').find((button) => button.text() === name)
  if (found === undefined) throw new Error(`no button ${name}`)
  return found
}

/** What the list of a reason's items says of each: jsdom draws none of them, since nothing there has a height. */
function useProblemDetails(items: readonly ImportItemReport[]): readonly (string | null)[] {
  let said: readonly (string | null)[] = []
  const Asking = {
    setup: () => {
      const { detail } = useProblemWords()
      said = items.map(detail)
      return () => null
    },
  }
  mount(Asking, { global: { plugins: [i18n] } }).unmount()
  return said
}

const GIVEN_WITHOUT_ONE = { paths: ['/given/desk'], folder: '/given', unread: ['desk/locked.html'] }

const files = (...names: readonly string[]) => ({
  kind: 'files' as const,
  files: names.map((path) => ({ path, file: new File(['x'], path) })),
})

beforeEach(() => {
  sessionStorage.clear()
  started = 0
  setActivePinia(createPinia())
})

afterEach(() => vi.restoreAllMocks())

describe('the import view', () => {
  it('lets an import wait and go on, and says so', async () => {
    const host = aHost(answers({ 'job.pause': () => ok({}) }))
    const { shown } = show(host)
    useImporting().add(files('desk/a.txt'))
    await flushPromises()
    const job = aRunningJob('job-1', 'import.run', {
      read: 2,
      added: 2,
      newVersion: 0,
      already: 0,
      linkOnly: 0,
      failed: 0,
    })
    host.tell('job.changed', job)
    await flushPromises()
    await buttonNamed(shown, 'Pause').trigger('click')
    expect(host.asked.at(-1)).toEqual({ name: 'job.pause', input: { uid: 'job-1', paused: true } })
    if (job.state.status !== 'running') throw new Error('the job runs')
    host.tell('job.changed', { ...job, state: { ...job.state, paused: true } })
    await flushPromises()
    expect(shown.text()).toContain('nothing more is read until you go on')
    await buttonNamed(shown, 'Go on').trigger('click')
    expect(host.asked.at(-1)).toEqual({ name: 'job.pause', input: { uid: 'job-1', paused: false } })
  })

  it('tells of articles that say nearly the same, and opens them', async () => {
    const { shown } = show(aHost(answers({ 'near-duplicate.list': () => ok({ pairs: [], total: 3 }) })))
    await flushPromises()
    expect(shown.text()).toContain('3 pairs of articles say nearly the same')
    await buttonNamed(shown, 'Look at them').trigger('click')
    expect(useNearDuplicates().isOpen).toBe(true)
  })

  it('accounts for every item while the import runs, and for each in one line only', async () => {
    const { shown, numbers, host } = show(aHost(answers()))
    useImporting().add(files('desk/a.txt'))
    await flushPromises()
    const counts = { read: 9436, added: 8905, newVersion: 7, already: 511, linkOnly: 3, failed: 10 }
    host.tell(
      'job.changed',
      aRunningJob('job-1', 'import.run', {
        ...counts,
        known: 12_480,
        rate: 62,
        remaining: 49.1,
        current: 'desk/2019/levy.html',
        doubtful: { added: 9, newVersion: 1 },
        decisions: [{ reason: 'import/empty', count: 10, examples: [anItem('desk/x.txt', {})] }],
      }),
    )
    await flushPromises()
    expect(shown.get('h2').text()).toBe('9,436 of 12,480 items read')
    expect(shown.get('.pace').text()).toBe('About 50 seconds left, 62 items a second')
    expect(shown.get('.current').text()).toBe('Now reading desk/2019/levy.html')
    expect(numbers()).toEqual({
      Found: '12,480',
      Added: '8,896',
      'New versions': '6',
      'Already in the archive': '511',
      'Need a decision': '23',
      Waiting: '3,044',
      'Unaccounted for': '0',
    })
    expect(shown.text()).toContain('Stop and keep 8,915')
  })

  it('hands the files over, starts the import with the wishes, and the next gets none', async () => {
    const host = aHost(answers())
    show(host)
    useImporting().wishes = { collection: ['Work', 'War'], tags: ['desk'] }
    useImporting().add(files('desk/a.txt'))
    await flushPromises()
    expect(host.asked.find(({ name }) => name === 'job.start')?.input).toEqual({
      kind: 'import.run',
      input: {
        paths: ['/given/desk'],
        collection: ['Work', 'War'],
        tags: ['desk'],
        format: null,
        base: '/given',
        dryRun: false,
        report: 'decisions',
      },
    })
    expect(useImporting().wishes).toEqual({ collection: [], tags: [] })
  })

  it('runs one import after the other, in the order they were asked for', async () => {
    const host = aHost(answers())
    show(host)
    const importing = useImporting()
    importing.add(files('one.txt'))
    importing.add(files('two.txt'))
    await flushPromises()
    expect(started).toBe(1)
    expect(importing.waiting).toHaveLength(1)
    host.tell('job.changed', aDoneJob('job-1', 'import.run', aReport({ read: 1, added: 1 })))
    await flushPromises()
    expect(started).toBe(2)
    expect(importing.waiting).toHaveLength(0)
  })

  it('stops while files are still handed over: nothing came in, so nothing is left of it, and the next one goes', async () => {
    const given: AbortSignal[] = []
    const give: Host['give'] = (_, __, signal) => {
      given.push(signal)
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(err(appError('import/cancelled'))))
      })
    }
    const { shown } = show(aHost(answers(), give))
    const importing = useImporting()
    importing.add(files('huge.html'))
    importing.add(files('two.txt'))
    await flushPromises()
    await shown
      .findAll('button')
      .find((button) => button.text() === 'Stop')
      ?.trigger('click')
    await flushPromises()
    expect(given.map(({ aborted }) => aborted)).toEqual([true, false])
    expect(started).toBe(0)
    expect(importing.waiting).toHaveLength(0)
    expect(importing.active?.source).toMatchObject({ files: [{ path: 'two.txt' }] })
  })

  it('goes on without a file that could not be read; it is found, needs a decision, and stands in the saved report', async () => {
    const { shown, numbers, host } = show(aHost(answers(), () => Promise.resolve(ok(GIVEN_WITHOUT_ONE))))
    useImporting().add(files('desk/a.txt', 'desk/locked.html'), undefined, ['desk/folder'])
    await flushPromises()
    expect(started).toBe(1)
    host.tell('job.changed', aDoneJob('job-1', 'import.run', aReport({ read: 1, added: 1 })))
    await flushPromises()
    expect(numbers()).toMatchObject({ Found: '3', Added: '1', 'Need a decision': '2', 'Unaccounted for': '0' })
    const problem = shown.get('.problem')
    expect([problem.get('b').text(), problem.get('h3').text()]).toEqual(['2', 'The file cannot be opened'])
    // What never reached the host cannot be read again by it.
    expect(problem.findAll('button').map((button) => button.text())).toEqual(['Show the 2 items'])
    const saved: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${String(saved.push(blob as Blob))}`)
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const bar: Pick<VueWrapper, 'vm'> = shown.getComponent({ name: 'ImportBar' })
    bar.vm.$emit('save', 'text')
    expect(await saved[0]?.text()).toMatch(
      /Found +3\n[^]*Unaccounted for +0\n[^]*desk\/folder\n[^]*desk\/locked\.html\n/,
    )
  })

  it('knows after reloading where the files of an import lie, and tries failed ones again from there', async () => {
    const failed = aReport({
      read: 1,
      failed: 1,
      items: [anItem('desk/a.txt', { outcome: 'failed', reason: appError('import/empty') })],
    })
    show(aHost(answers()))
    useImporting().add(files('desk/a.txt'), { collection: ['Work'], tags: [] }, ['desk/locked.html'])
    await flushPromises()
    // Another page in the same tab: what the stores knew is gone.
    setActivePinia(createPinia())
    const { shown, numbers, host } = show(
      aHost(answers({ 'job.list': () => ok([aDoneJob('job-1', 'import.run', failed)]) })),
    )
    await flushPromises()
    expect(numbers()).toMatchObject({ Found: '2', 'Need a decision': '2' })
    await shown
      .findAll('button')
      .find((button) => button.text() === 'Try again')
      ?.trigger('click')
    await flushPromises()
    expect(host.asked.findLast(({ name }) => name === 'job.start')?.input).toMatchObject({
      input: { paths: ['/given/desk/a.txt'], base: '/given', collection: ['Work'] },
    })
  })

  it('draws of ten thousand problems only those in sight', async () => {
    const reason = appError('import/empty')
    const items = Array.from({ length: 10_000 }, (_, index) =>
      anItem(`desk/${index}.txt`, { outcome: 'failed', reason }),
    )
    const { shown, host } = show(aHost(answers()))
    useImporting().add(files('desk/a.txt'))
    await flushPromises()
    host.tell('job.changed', aDoneJob('job-1', 'import.run', aReport({ read: 10_000, failed: 10_000, items })))
    await flushPromises()
    await shown
      .findAll('button')
      .find((button) => button.text() === 'Show the 10,000 items')
      ?.trigger('click')
    await flushPromises()
    const list = document.querySelector('[role=dialog] ul')
    expect(list?.getAttribute('style')).toContain('620000px')
    expect(list?.querySelectorAll('li').length ?? 0).toBeLessThan(100)
  })

  it('groups what needs a decision, and tries failed files again', async () => {
    const host = aHost(answers())
    const { shown } = show(host)
    useImporting().add(files('desk/a.txt'))
    await flushPromises()
    const empty = { outcome: 'failed', reason: appError('import/empty') } as const
    const items = [
      anItem('desk/a.txt', empty),
      anItem('desk/rows.jsonl#4', empty),
      anItem('desk/b.html', { outcome: 'linkOnly' }),
    ]
    host.tell('job.changed', aDoneJob('job-1', 'import.run', aReport({ read: 3, linkOnly: 1, failed: 2, items })))
    await flushPromises()
    const problems = shown.findAll('.problem')
    expect(problems.map((one) => [one.get('b').text(), one.get('h3').text()])).toEqual([
      ['2', 'There is no text in it'],
      ['1', 'Only a link came in'],
    ])
    await problems[0]
      ?.findAll('button')
      .find((button) => button.text() === 'Try again')
      ?.trigger('click')
    await flushPromises()
    expect(host.asked.findLast(({ name }) => name === 'job.start')?.input).toMatchObject({
      input: { paths: ['/given/desk/a.txt', '/given/desk/rows.jsonl'], base: '/given' },
    })
  })

  it('names the pages of an article that are missing, and where the next one is', async () => {
    const host = aHost(answers())
    const { shown } = show(host)
    useImporting().add(files('desk/1.html'))
    await flushPromises()
    const note = (details: Record<string, string | number | null | readonly number[]>) =>
      ({ kind: 'one-of-several-pages', details }) as const
    const items = [
      anItem('desk/1.html', { notes: [note({ missing: [2, 4] })] }),
      anItem('desk/x.html', { notes: [note({ page: 1, next: 'https://x.example/2', previous: null })] }),
    ]
    host.tell('job.changed', aDoneJob('job-1', 'import.run', aReport({ read: 2, added: 2, items })))
    await flushPromises()
    expect(shown.get('.problem h3').text()).toBe('Pages are missing')
    await buttonNamed(shown, 'Show the 2 items').trigger('click')
    await flushPromises()
    const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1)
    const words = useProblemDetails(items)
    expect(words).toEqual([
      'Of the article’s pages 2 are missing: 2 and 4.',
      'It is page 1 of an article that has several; the next one is at https://x.example/2.',
    ])
    expect(dialog?.textContent).toContain('Pages are missing')
  })

  it('asks for the password of locked archives, reads them again with it and forgets it', async () => {
    const host = aHost(answers())
    const { shown } = show(host)
    useImporting().add(files('desk/a.zip'))
    await flushPromises()
    const reason = appError('import/locked', { path: 'desk/a.zip', reason: 'a password is needed to open it' })
    const items = [
      anItem('desk/a.zip', { outcome: 'failed', reason }),
      anItem('desk/b.zip#in/page.html', { outcome: 'failed', reason }),
    ]
    host.tell('job.changed', aDoneJob('job-1', 'import.run', aReport({ read: 2, failed: 2, items })))
    await flushPromises()
    await buttonNamed(shown, 'Unlock…').trigger('click')
    await flushPromises()
    const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1)
    expect(dialog?.textContent).toContain('a.zip')
    const field = dialog?.querySelector('input')
    expect(field?.type).toBe('password')
    field!.value = 'tide at 7'
    field!.dispatchEvent(new Event('input'))
    field!.form?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(dialog?.isConnected).toBe(false)
    expect(host.asked.findLast(({ name }) => name === 'job.start')?.input).toMatchObject({
      input: { paths: ['/given/desk/a.zip', '/given/desk/b.zip'], base: '/given', password: 'tide at 7' },
    })
    expect(sessionStorage.getItem('offprint.imports') ?? '').not.toContain('tide at 7')
    expect(JSON.stringify(useImporting().shown)).not.toContain('tide at 7')
  })

  it('says what was not read when an import was stopped, and goes on with it', async () => {
    const run = 'run-1' as Uid
    let cutShort = false
    const unfinished = { run, started: '2026-11-25T12:00:00.000Z' as Instant, paths: ['/given/desk'] }
    const host = aHost(answers({ 'import.unfinished': () => ok(cutShort ? unfinished : null) }))
    const { shown, numbers } = show(host)
    useImporting().add(files('desk/a.txt'))
    await flushPromises()
    host.tell('job.changed', aRunningJob('job-1', 'import.run', { read: 40, added: 40, known: 100 }))
    cutShort = true
    host.tell('job.changed', aDoneJob('job-1', 'import.run', aReport({ read: 41, added: 41, cancelled: true })))
    await flushPromises()
    expect(numbers()).toMatchObject({ Found: '100', Added: '41', 'Not read': '59', 'Unaccounted for': '0' })
    await shown
      .findAll('button')
      .find((button) => button.text() === 'Go on')
      ?.trigger('click')
    await flushPromises()
    expect(host.asked.findLast(({ name }) => name === 'job.start')?.input).toMatchObject({ kind: 'import.resume' })
  })

  it('takes a whole import back and says where it went', async () => {
    const gesture = 'run-1' as GestureUid
    const at = '2026-11-25T12:00:00.000Z' as Instant
    const undo = ok({ gesture, at, kinds: ['import'], changes: 1 })
    const host = aHost(answers({ 'gesture.undo': () => undo }))
    const { shown } = show(host)
    useImporting().add(files('desk/a.txt'))
    await flushPromises()
    host.tell('job.changed', aDoneJob('job-1', 'import.run', aReport({ read: 1, added: 1, gesture })))
    await flushPromises()
    await shown
      .findAll('button')
      .find((button) => button.text() === 'Undo this import')
      ?.trigger('click')
    await flushPromises()
    expect(host.asked.find(({ name }) => name === 'gesture.undo')?.input).toEqual({ gesture })
    expect(shown.text()).toContain('This import was taken back')
    expect(shown.text()).not.toContain('Undo this import')
  })

  it('says why an import ended early, and forgets the files with the report', async () => {
    const host = aHost(answers())
    const { shown } = show(host)
    useImporting().add(files('desk/a.txt'))
    await flushPromises()
    host.tell('job.changed', aFailedJob('job-1', 'import.run', appError('storage/disk-full', { path: '/a' })))
    await flushPromises()
    expect(shown.get('[role=alert]').text()).toContain('disk')
    await shown
      .findAll('button')
      .find((button) => button.text() === 'Close the report')
      ?.trigger('click')
    await flushPromises()
    expect(host.asked.find(({ name }) => name === 'host.forgetUpload')?.input).toEqual({ folder: '/given' })
  })

  it('shows a hostile file name as the text it is', async () => {
    const { shown, host } = show(aHost(answers()))
    useImporting().add(files('desk/a.txt'))
    await flushPromises()
    const name = '<img src=x onerror=alert(1)>.txt'
    host.tell('job.changed', aRunningJob('job-1', 'import.run', { known: 1, current: name }))
    await flushPromises()
    expect(shown.get('.current code').text()).toBe(name)
    expect(shown.find('img').exists()).toBe(false)
  })

  it('says why files could not be handed over', async () => {
    const { shown } = show(aHost(answers(), () => Promise.resolve(err(appError('storage/disk-full', { path: '/a' })))))
    useImporting().add(files('desk/a.txt'))
    await flushPromises()
    expect(started).toBe(0)
    expect(shown.find('[role=alert]').exists()).toBe(true)
  })

  it('forgets the imports of an archive when another is opened, and waits for none of them', async () => {
    const host = aHost(answers())
    show(host)
    const importing = useImporting()
    importing.add(files('one.txt'))
    importing.add(files('two.txt'))
    await flushPromises()
    host.tell('job.changed', aRunningJob('job-1', 'import.run', { known: 1 }))
    host.tell('host.archiveChanged', { status: 'open', file: '/other.offprint', warnings: [] })
    await flushPromises()
    expect(importing.shown).toBeNull()
    importing.add(files('three.txt'))
    await flushPromises()
    expect(started).toBe(2)
  })

  it('says that an import broke off when the core that ran it is gone', async () => {
    const host = aHost(answers())
    const { shown } = show(host)
    useImporting().add(files('one.txt'))
    await flushPromises()
    host.tell('job.changed', aRunningJob('job-1', 'import.run', { known: 1 }))
    host.tell('host.connection', { status: 'back' })
    await flushPromises()
    expect(shown.get('[role=alert]').text()).toContain('ended unexpectedly')
  })
})
