import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { TooltipProvider } from 'reka-ui'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { h } from 'vue'
import { theHost } from '../../src/renderer/api.ts'
import { i18n } from '../../src/renderer/i18n.ts'
import { useOverview } from '../../src/renderer/stores/overview.ts'
import { usePlace } from '../../src/renderer/stores/place.ts'
import { useUndo } from '../../src/renderer/stores/undo.ts'
import AppSidebar from '../../src/renderer/views/sidebar/AppSidebar.vue'
import { aWindowHost } from '../support/a-window-host.ts'
import { valueOf } from '../support/value-of.ts'

/** The sidebar over an archive with these collections (paths) and tags, on one article. */
async function aSidebar(collections: readonly string[], tags: readonly string[] = []) {
  const host = aWindowHost()
  await host.bringIn('The weir')
  const { client } = theHost()
  const { rows } = valueOf(
    await client.request('article.list', { query: '', sort: 'added', direction: 'down', limit: 1, offset: 0 }),
  )
  const articles = rows.map(({ uid }) => uid)
  for (const path of collections)
    valueOf(await client.request('article.collect', { articles, path: path.split('/'), present: true }))
  for (const tag of tags) valueOf(await client.request('article.tag', { articles, tag, present: true }))
  const pinia = createPinia()
  const overview = useOverview(pinia)
  await overview.refresh()
  const shown = mount(() => h(TooltipProvider, () => h(AppSidebar)), {
    attachTo: document.body,
    global: { plugins: [pinia, i18n] },
  })
  onTestFinished(() => shown.unmount())
  return { shown, host, overview, place: usePlace(pinia), undo: useUndo(pinia) }
}

const names = (shown: VueWrapper): readonly string[] =>
  shown
    .findAll('[role=treeitem]')
    .map((item) => `${item.attributes('aria-level') ?? ''} ${item.get('.line-name').text()}`)
const item = (shown: VueWrapper, name: string) =>
  shown.findAll('[role=treeitem]').find((one) => one.get('.line-name').text() === name)!

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 500) throw new Error('never came')
    await new Promise((resume) => setTimeout(resume, 10))
    await flushPromises()
  }
}

describe('the tree of collections', () => {
  it('opens and closes by arrow keys, and remembers it', async () => {
    const { shown, host } = await aSidebar(['Ice/Dust', 'Weir'])
    expect(names(shown)).toEqual(['1 Ice', '1 Weir'])
    await item(shown, 'Ice').trigger('keydown', { key: 'ArrowRight' })
    await until(() => names(shown).length === 3)
    expect(names(shown)).toEqual(['1 Ice', '2 Dust', '1 Weir'])
    expect(item(shown, 'Ice').attributes('aria-expanded')).toBe('true')
    expect(host.settings()['openCollections']).toHaveLength(1)
    await item(shown, 'Ice').trigger('keydown', { key: 'ArrowLeft' })
    expect(names(shown)).toEqual(['1 Ice', '1 Weir'])
  })

  it('renames in place with F2; Escape leaves the name', async () => {
    const { shown } = await aSidebar(['Weir'])
    await item(shown, 'Weir').trigger('keydown', { key: 'F2' })
    await shown.get('[role=treeitem] input').setValue('Sluice')
    await shown.get('[role=treeitem] input').trigger('keydown', { key: 'Escape' })
    expect(names(shown)).toEqual(['1 Weir'])
    await item(shown, 'Weir').trigger('keydown', { key: 'F2' })
    await shown.get('[role=treeitem] input').setValue('Weir Lane')
    await shown.get('[role=treeitem] input').trigger('keydown', { key: 'Enter' })
    await until(() => names(shown)[0] === '1 Weir Lane')
  })

  it('moves by Alt and arrows, and what was done can be taken back', async () => {
    const { shown, undo, overview } = await aSidebar(['Ice', 'Weir', 'Ports'])
    await item(shown, 'Ports').trigger('keydown', { key: 'ArrowUp', altKey: true })
    await until(() => names(shown).join() === '1 Ice,1 Ports,1 Weir')
    await item(shown, 'Ports').trigger('keydown', { key: 'ArrowRight', altKey: true })
    await until(() => names(shown).join() === '1 Ice,2 Ports,1 Weir')
    await undo.undo()
    await overview.refresh()
    await until(() => names(shown).join() === '1 Ice,1 Ports,1 Weir')
  })

  it('deletes with a way back and leaves the place that is gone', async () => {
    const { shown, place, undo, overview } = await aSidebar(['Ice', 'Weir'])
    await item(shown, 'Weir').trigger('click')
    expect(place.here).toEqual({ view: 'library', scope: { kind: 'collection', path: ['Weir'] } })
    await item(shown, 'Weir').trigger('keydown', { key: 'Delete' })
    await until(() => names(shown).length === 1)
    await until(() => place.here.view === 'library' && place.here.scope.kind === 'all')
    await undo.undo()
    await overview.refresh()
    await until(() => names(shown).length === 2)
  })

  it('makes a new one where its name is typed', async () => {
    const { shown } = await aSidebar([])
    await shown.get('[aria-label="New collection"]').trigger('click')
    await shown.get('.inline-name').setValue('Ports')
    await shown.get('.inline-name').trigger('keydown', { key: 'Enter' })
    await until(() => names(shown).join() === '1 Ports')
  })

  it('shows a hostile name as text', async () => {
    const name = '<img src=x onerror=alert(1)>{{ constructor }}'
    const { shown } = await aSidebar([name], [name])
    expect(names(shown)).toEqual([`1 ${name}`])
    expect(shown.find('img').exists()).toBe(false)
  })
})

describe('tags', () => {
  it('are renamed in place', async () => {
    const { shown } = await aSidebar([], ['to-cite'])
    const tag = (): string => shown.get('.tag .line-name').text()
    expect(tag()).toBe('to-cite')
    await shown.get('.tag button').trigger('keydown', { key: 'F2' })
    await shown.get('.tag input').setValue('cited')
    await shown.get('.tag input').trigger('keydown', { key: 'Enter' })
    await until(() => shown.find('.tag .line-name').exists() && tag() === 'cited')
  })
})

describe('saved searches', () => {
  const savedNames = (shown: VueWrapper): readonly string[] =>
    shown.findAll('li[data-uid] .side-line .line-name').map((name) => name.text())

  it('are put into another order by Alt with an arrow key, which keeps the focus and can be undone', async () => {
    vi.stubGlobal('requestIdleCallback', (call: () => void) => setTimeout(call))
    onTestFinished(() => void vi.unstubAllGlobals())
    const { shown, undo, place } = await aSidebar([])
    const { client } = theHost()
    // They are read once the first view is there: a list, which nothing loads here, or any other view.
    place.go({ view: 'notes' })
    for (const name of ['Ice', 'Snow', 'Fog']) {
      valueOf(await client.request('saved-search.create', { name, query: name.toLowerCase() }))
    }
    await until(() => savedNames(shown).length === 3)
    const line = (name: string) => shown.findAll('li[data-uid] .side-line').find((one) => one.text().includes(name))!
    await line('Fog').trigger('keydown', { key: 'ArrowUp', altKey: true })
    await until(() => savedNames(shown).join() === 'Ice,Fog,Snow')
    await until(() => document.activeElement?.textContent.includes('Fog') === true)
    await line('Ice').trigger('keydown', { key: 'ArrowDown', altKey: true })
    await until(() => savedNames(shown).join() === 'Fog,Ice,Snow')
    await undo.undo()
    await until(() => savedNames(shown).join() === 'Ice,Fog,Snow')
  })
})
