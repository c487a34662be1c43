import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { TooltipProvider } from 'reka-ui'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { i18n } from '../../src/renderer/i18n.ts'
import MarkdownText from '../../src/renderer/components/markdown/MarkdownText.vue'
import NoteField from '../../src/renderer/views/writing/NoteField.vue'
import type { AnnotationUid, ArticleUid } from '../../src/shared/model/identity.ts'
import type { LinkedPlace } from '../../src/shared/model/note-link.ts'
import { ok } from '../../src/shared/result.ts'
import { aHost } from './support/a-host.ts'

const ARTICLE = '01a20635-c431-743d-afea-e9dd40b77418' as ArticleUid
const MARK = '01a20635-d031-73b8-8340-f334426a31df' as AnnotationUid
const global = { plugins: [i18n] }
const named = { uid: ARTICLE, title: 'Last keeper', label: null, language: 'en', direction: 'ltr' } as const

beforeEach(() => {
  setActivePinia(createPinia())
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('a link in a note', () => {
  const shown = (markdown: string, place: LinkedPlace | null) =>
    mount(MarkdownText, { props: { markdown, placeOf: () => place }, global })

  it('is followed by a click, with what it was written with as its words', async () => {
    const text = shown(`See [the *lamp*](offprint://article/${ARTICLE}#${MARK}).`, {
      status: 'here',
      article: named,
      quote: 'A light',
    })
    expect(text.text()).toBe('See the lamp.')
    expect(text.get('a').attributes()).toMatchObject({ href: '#', title: 'Last keeper' })
    await text.get('a').trigger('click')
    expect(text.emitted('follow')).toEqual([[{ article: ARTICLE, annotation: MARK }]])
  })

  it.each([
    ['a bare address', `offprint://article/${ARTICLE}`],
    ['an address in angle brackets', `<offprint://article/${ARTICLE}>`],
  ])('of %s is shown as the title it leads to', (_name, markdown) => {
    expect(shown(markdown, { status: 'here', article: named, quote: null }).get('a').text()).toBe('Last keeper')
  })

  it.each([
    [{ status: 'trashed', article: named, quote: null }, 'a', 'lamp (in the Trash)'],
    [{ status: 'gone', what: 'annotation' }, 'a', 'lamp (the highlight or note was deleted)'],
    [{ status: 'gone', what: 'article' }, 'span.is-gone', 'lamp (not in this archive)'],
  ] as const)('says when its end is not what it was: %o', (place, tag, words) => {
    const text = shown(`[lamp](offprint://article/${ARTICLE})`, place)
    expect(text.get(tag).text()).toBe(words)
  })

  it('is no link in code, nor where links are not followed', () => {
    expect(shown(`\`offprint://article/${ARTICLE}\``, null).find('a').exists()).toBe(false)
    const plain = mount(MarkdownText, { props: { markdown: `[a](offprint://article/${ARTICLE})` }, global })
    expect(plain.find('a').exists()).toBe(false)
  })
})

describe('writing [[', () => {
  function aField() {
    const host = aHost({
      'article.list': () => ok({ total: 0, rows: [] }),
      'search.typing': ({ query }) =>
        ok({ hits: query.includes('nothing') ? [] : [{ ...named, title: 'Last [keeper]' }] } as never),
      'annotation.list': ({ text }) =>
        ok({
          articles: [named],
          rows: text.includes('nothing')
            ? []
            : [
                {
                  article: ARTICLE,
                  annotation: { uid: MARK, color: 'blue', quote: { exact: 'A light is a promise' } },
                },
              ],
        } as never),
    })
    const ended: string[] = []
    const field = mount(
      defineComponent({
        data: () => ({ words: '' }),
        render() {
          return h(TooltipProvider, () =>
            h(NoteField, {
              label: 'Your note',
              modelValue: this.words,
              'onUpdate:modelValue': (words: string) => (this.words = words),
              onKeep: (how: string) => ended.push(how),
              onCancel: () => ended.push('cancel'),
            }),
          )
        },
      }),
      { global, attachTo: document.body },
    )
    const area = field.get('textarea')
    async function type(words: string): Promise<void> {
      await area.setValue(words)
      area.element.setSelectionRange(words.length, words.length)
      await area.trigger('input')
      await flushPromises()
    }
    const options = () => [...document.querySelectorAll('[role=option]')].map((one) => one.textContent.trim())
    const value = () => area.element.value
    return { host, area, type, options, value, ended }
  }

  it('offers articles and highlights, and writes the chosen one as a link, by keyboard alone', async () => {
    const { area, type, options, value, ended } = aField()
    await type('See [[kee')
    expect(options()).toEqual(['Last [keeper]', '3A light is a promiseLast keeper'])
    expect(area.attributes('aria-activedescendant')).toBe(document.querySelector('[aria-selected=true]')?.id)
    await area.trigger('keydown', { key: 'ArrowDown' })
    expect(document.querySelector('[aria-selected=true]')?.textContent).toContain('A light')
    await area.trigger('keydown', { key: 'ArrowDown' })
    await area.trigger('keydown', { key: 'Enter' })
    expect(value()).toBe(`See [Last \\[keeper\\]](offprint://article/${ARTICLE})`)
    expect(options()).toEqual([])
    expect(ended).toEqual([])
  })

  it('links to a highlight with its words, and takes closing brackets along', async () => {
    const { area, type, value } = aField()
    await type('[[light]]')
    area.element.setSelectionRange(7, 7)
    await area.trigger('keyup', { key: 'ArrowLeft' })
    await flushPromises()
    await area.trigger('keydown', { key: 'ArrowUp' })
    await area.trigger('keydown', { key: 'Tab' })
    expect(value()).toBe(`[“A light is a promise”](offprint://article/${ARTICLE}#${MARK})`)
  })

  it('is left by Escape without leaving the note, and says when nothing fits', async () => {
    const { area, type, options, ended } = aField()
    await type('[[nothing')
    expect(document.querySelector('.link-options')?.textContent).toContain('No title or highlight')
    await type('[[kee')
    await area.trigger('keydown', { key: 'Escape' })
    expect(options()).toEqual([])
    await type('[[keep')
    expect(options()).toEqual([])
    expect(ended).toEqual([])
    await area.trigger('keydown', { key: 'Escape' })
    expect(ended).toEqual(['cancel'])
  })

  it('takes no key from an input method, and looks when it has composed', async () => {
    const { area, type, options, value, host } = aField()
    await area.trigger('compositionstart')
    await type('［［とう')
    expect(host.asked).toEqual([])
    await area.setValue('［［灯台')
    area.element.setSelectionRange(4, 4)
    await area.trigger('compositionend')
    await flushPromises()
    expect(options()).toHaveLength(2)
    await area.trigger('keydown', { key: 'Enter', isComposing: true })
    expect(value()).toBe('［［灯台')
    await area.trigger('keydown', { key: 'Enter' })
    await nextTick()
    expect(value()).toMatch(/^\[Last/)
  })

  it('asks for words of titles only, whatever signs are typed', async () => {
    const { host, type } = aField()
    await type('[[AND "(kee')
    expect(host.asked.find(({ name }) => name === 'search.typing')?.input).toMatchObject({
      query: 'title:AND title:kee',
    })
  })
})
