import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { TooltipProvider } from 'reka-ui'
import { defineComponent, h, nextTick } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../src/renderer/i18n.ts'
import ConditionChips from '../../src/renderer/views/search/ConditionChips.vue'
import QueryField from '../../src/renderer/views/search/QueryField.vue'
import { understoodChips } from '../../src/renderer/views/search/understood-chips.ts'
import NoteWords from '../../src/renderer/views/notes/NoteWords.vue'
import { parseQuery } from '../../src/shared/query/parse-query.ts'
import { aHost } from './support/a-host.ts'

const global = { plugins: [i18n] }
const chipsOf = (query: string) => understoodChips(query, parseQuery(query, '2026-11-25T12:00:00.000Z').parts, 'en')

describe('chips of a query', () => {
  it('say what was understood, and each drops its own condition', async () => {
    const query = '"ice core" -antarctica after:2021'
    const chips = mount(ConditionChips, { props: { chips: chipsOf(query), collections: [] }, global })
    const drops = chips.findAll('button.is-on')
    expect(drops.map((one) => one.text())).toEqual([
      'Exact words ice core',
      'Without antarctica',
      'Published 2022 or later',
    ])
    await drops[1]?.trigger('click')
    expect(chips.emitted('drop')).toEqual([['"ice core" after:2021']])
  })

  it('say what was not understood in a sentence, and show hostile words as text', () => {
    const chips = mount(ConditionChips, {
      props: { chips: chipsOf('titel:<img/onerror=alert(1)> ice'), collections: [] },
      global,
    })
    expect(chips.text()).toContain('there is no field “titel”')
    expect(chips.text()).toContain('titel:<img/onerror=alert')
    expect(chips.find('img').exists()).toBe(false)
  })
})

describe('the field of a query', () => {
  const field = (text: string) => mount(QueryField, { props: { modelValue: text, busy: false }, global })

  it('has the same letters in both layers, and runs on Enter', async () => {
    const shown = field('"ice core" OR <b>x</b>')
    expect(shown.get('.layer').element.textContent).toBe('"ice core" OR <b>x</b>')
    expect(shown.find('b').exists()).toBe(false)
    await shown.get('input').trigger('keydown', { key: 'Enter' })
    await shown.get('input').trigger('keydown', { key: 'ArrowDown' })
    await shown.get('input').trigger('keydown', { key: 'Escape' })
    expect(Object.keys(shown.emitted())).toEqual(expect.arrayContaining(['run', 'down', 'escape']))
  })

  it('leaves every key to an input method while it composes', async () => {
    const shown = field('海')
    await shown.get('input').trigger('compositionstart')
    await shown.get('input').trigger('keydown', { key: 'Enter' })
    expect(shown.emitted('run')).toBeUndefined()
    expect(shown.get('.letters').classes()).toContain('is-composing')
    await shown.get('input').trigger('compositionend')
    await shown.get('input').trigger('keydown', { key: 'Enter' })
    expect(shown.emitted('run')).toHaveLength(1)
  })
})

describe('own words on a passage', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    aHost({})
  })

  function words(note: string | null) {
    const written: (string | null)[] = []
    const shown = mount(
      defineComponent({
        data: () => ({ editing: true }),
        render() {
          return h(TooltipProvider, () =>
            h(NoteWords, {
              note,
              editing: this.editing,
              'onUpdate:editing': (next: boolean) => (this.editing = next),
              onWrite: (next: string | null) => written.push(next),
            }),
          )
        },
      }),
      { global, attachTo: document.body },
    )
    return { shown, written }
  }

  it('are kept by Ctrl+Enter, once, without the space around them', async () => {
    const { shown, written } = words('old')
    await shown.get('textarea').setValue('  new <i>words</i> ')
    await shown.get('textarea').trigger('keydown', { key: 'Enter', ctrlKey: true })
    await nextTick()
    expect(written).toEqual(['new <i>words</i>'])
    expect(shown.find('textarea').exists()).toBe(false)
  })

  it('are left as they were by Escape, and taken off when nothing is left of them', async () => {
    const kept = words('old')
    await kept.shown.get('textarea').setValue('new')
    await kept.shown.get('textarea').trigger('keydown', { key: 'Escape' })
    expect(kept.written).toEqual([])
    const emptied = words('old')
    await emptied.shown.get('textarea').setValue('   ')
    await emptied.shown.get('textarea').trigger('keydown', { key: 'Enter', metaKey: true })
    expect(emptied.written).toEqual([null])
  })
})
