import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { theHost, useHost } from '../../src/renderer/api.ts'
import { setDragWords } from '../../src/renderer/composables/drag-words.ts'
import { useDragged } from '../../src/renderer/stores/dragged.ts'
import { useDragOut, useOwnDrags } from '../../src/renderer/views/use-drag-out.ts'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import { ok } from '../../src/shared/result.ts'
import { aHost } from './support/a-host.ts'

const WHAT = { kind: 'articles', articles: ['a-1' as ArticleUid] } as const

/** A drag's event with what it carries; happy-dom has none of its own. */
function aDrag(type: string, altKey = false): DragEvent & { readonly carried: Map<string, string> } {
  const carried = new Map<string, string>()
  const event = new Event(type, { bubbles: true, cancelable: true })
  const dataTransfer = {
    types: ['Files'],
    dropEffect: 'copy',
    setData: (kind: string, data: string) => carried.set(kind, data),
  }
  return Object.assign(event, { altKey, dataTransfer, carried }) as unknown as ReturnType<typeof aDrag>
}

function inWindow(dragFiles: boolean) {
  const host = aHost({ 'host.dragOut': () => ok({}) })
  useHost({ ...theHost(), capabilities: { ...theHost().capabilities, dragFiles } })
  let out: ReturnType<typeof useDragOut> | undefined
  const Holder = defineComponent(() => {
    useOwnDrags()
    out = useDragOut()
    return () => h('div', [h('input'), h('main')])
  })
  const shown = mount(Holder, { attachTo: document.body })
  return { host, shown, out: out as unknown as ReturnType<typeof useDragOut> }
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('dragging out', () => {
  it('hands the drag to the system when Alt is held and the host can; every other drag stays the window’s', () => {
    for (const [dragFiles, alt, isFiles] of [
      [true, true, true],
      [true, false, false],
      [false, true, false],
    ] as const) {
      const { host, shown, out } = inWindow(dragFiles)
      const event = aDrag('dragstart', alt)
      expect(out.begin(event, WHAT)).toBe(isFiles)
      expect(event.defaultPrevented).toBe(isFiles)
      expect(host.asked).toEqual(isFiles ? [{ name: 'host.dragOut', input: WHAT }] : [])
      useDragged().dragged = null
      shown.unmount()
    }
  })

  it('drops nothing of ours on the window where nobody takes it, and everything else as ever, once the drag is over', () => {
    const { shown, out } = inWindow(true)
    const drop = (where: string): boolean => {
      const event = aDrag('drop')
      shown.find(where).element.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(drop('main')).toBe(false)
    for (const over of [
      new MouseEvent('pointermove', { buttons: 0 }),
      new KeyboardEvent('keydown', { key: 'a' }),
      new Event('blur'),
    ]) {
      out.begin(aDrag('dragstart', true), WHAT)
      window.dispatchEvent(new MouseEvent('pointermove', { buttons: 1 }))
      expect(drop('main')).toBe(true)
      expect(drop('input')).toBe(false)
      window.dispatchEvent(over)
      expect(drop('main')).toBe(false)
    }
    shown.unmount()
  })

  it('gives other programs words, an address, and what Chromium makes a file of, under a name without a colon', () => {
    const { carried, dataTransfer } = aDrag('dragstart')
    if (dataTransfer === null) throw new Error('it carries nothing')
    const download = { title: 'A: “b/c”', address: 'http://127.0.0.1:1/c/x/markdown/a-1' }
    setDragWords(dataTransfer, { text: 'A', url: 'https://example.org/', download })
    expect([...carried]).toEqual([
      ['text/plain', 'A'],
      ['text/uri-list', 'https://example.org/'],
      ['DownloadURL', 'text/markdown:A “b c”.md:http://127.0.0.1:1/c/x/markdown/a-1'],
    ])
  })
})
