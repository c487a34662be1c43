import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createDispatcher } from '../../src/main/ipc/dispatcher.ts'
import type { Handlers } from '../../src/main/ipc/handlers.ts'
import App from '../../src/renderer/App.vue'
import { appError } from '../../src/shared/app-error.ts'
import { createClient, type Client } from '../../src/shared/ipc/client.ts'
import type { ArticleRow } from '../../src/shared/model/article.ts'
import type { ArticleUid, Instant } from '../../src/shared/model/identity.ts'
import type { ListAnswer } from '../../src/shared/model/search.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'

/** The process border in memory: the real dispatcher and guards, everything cloned on its way in and out. */
function aClient(list: () => Promise<Result<ListAnswer>>): Client {
  const handlers: Partial<Handlers> = { 'article.list': list }
  const dispatch = createDispatcher(handlers, () => 'incident')
  return createClient({
    request: async (name, input) => structuredClone(await dispatch(name, structuredClone(input))),
    onEvent: () => () => undefined,
  })
}

function show(list: () => Promise<Result<ListAnswer>>) {
  return mount(App, { props: { client: aClient(list) }, global: { plugins: [createPinia()] } })
}

function aRow(facts: Partial<ArticleRow>): ArticleRow {
  return {
    uid: `row-${facts.title ?? facts.url ?? ''}` as ArticleUid,
    sourceId: null,
    title: null,
    label: null,
    url: null,
    publication: null,
    byline: null,
    published: null,
    added: '2026-11-23T00:00:00.000Z' as Instant,
    language: null,
    words: 1,
    state: 'unread',
    starred: false,
    tags: [],
    collections: [],
    highlights: 0,
    excerpt: null,
    standfirst: null,
    direction: 'ltr',
    leadImage: null,
    mediaType: null,
    foreEdge: { read: 0, flags: [] },
    ...facts,
  }
}

const listOf = (...rows: readonly ArticleRow[]) => show(() => Promise.resolve(ok({ total: rows.length, rows })))

describe('the library', () => {
  it('says that the archive is being opened until the list is there', async () => {
    const waiting = Promise.withResolvers<Result<ListAnswer>>()
    const shown = show(() => waiting.promise)
    expect(shown.get('[role=status]').text()).toBe('Opening the archive …')
    waiting.resolve(ok({ total: 0, rows: [] }))
    await flushPromises()
    expect(shown.find('[role=status]').exists()).toBe(false)
  })

  it('says what happened when the archive cannot be opened', async () => {
    const shown = show(() => Promise.resolve(err(appError('storage/newer-archive', { found: 9, supported: 1 }))))
    await flushPromises()
    expect(shown.get('[role=alert]').text()).toBe(
      'This archive was written by a newer Offprint (schema 9, this program knows 1).',
    )
    expect(shown.find('ol').exists()).toBe(false)
  })

  it('says how to begin when nothing is in', async () => {
    const shown = listOf()
    await flushPromises()
    expect(shown.text()).toBe('Nothing here yet. Import files to begin.')
  })

  it('lists titles, else what stands for them, in the language of the text', async () => {
    const shown = listOf(aRow({ title: 'نهر', language: 'ar' }), aRow({ label: 'https://example.org/' }), aRow({}))
    await flushPromises()
    const items = shown.findAll('li')
    expect(items.map((item) => item.text())).toEqual(['نهر', 'https://example.org/', 'Untitled'])
    expect(items.map((item) => item.attributes('lang'))).toEqual(['ar', undefined, undefined])
    expect(items.map((item) => item.attributes('dir'))).toEqual(['auto', 'auto', 'auto'])
  })

  it('shows a hostile title as text', async () => {
    const title = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{ constructor }}'
    const shown = listOf(aRow({ title, language: '"><script>' }))
    await flushPromises()
    expect(shown.get('li').text()).toBe(title)
    expect(shown.find('img, script').exists()).toBe(false)
    expect(shown.get('li').element.children).toHaveLength(0)
  })
})
