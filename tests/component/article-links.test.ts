import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { usePlace } from '../../src/renderer/stores/place.ts'
import { useArticleLinks } from '../../src/renderer/views/use-article-links.ts'
import type { ArticleLink } from '../../src/shared/ipc/host-contract.ts'
import type { Annotation } from '../../src/shared/model/annotation.ts'
import type { Article } from '../../src/shared/model/article.ts'
import type { AnnotationUid, ArticleUid } from '../../src/shared/model/identity.ts'
import { ok } from '../../src/shared/result.ts'
import { aHost } from './support/a-host.ts'

const uid = 'a' as ArticleUid
const MARK = 'm' as AnnotationUid
const anchor = { version: 1, rendition: 1, start: 7, end: 12, strategy: 'quote', score: 1, status: 'placed' } as const
const annotations = [
  { uid: MARK, anchors: [anchor] },
  { uid: 'lost', anchors: [{ ...anchor, start: null, end: null }] },
] as unknown as readonly Annotation[]

let mounted: VueWrapper | null = null
afterEach(() => {
  mounted?.unmount()
  sessionStorage.clear()
})

function aWindow(waiting: ArticleLink | null) {
  const host = aHost({
    'host.takeLink': () => ok(waiting),
    'article.get': () => ok({ uid, annotations } as unknown as Article),
  })
  const pinia = createPinia()
  setActivePinia(pinia)
  const window = defineComponent(() => {
    useArticleLinks()
    return () => h('div')
  })
  mounted = mount(window, { global: { plugins: [pinia] } })
  return host
}

describe('a link of an article', () => {
  it('that the program was started with shows the article, at its highlight', async () => {
    aWindow({ uid, annotation: MARK })
    await expect
      .poll(() => usePlace().here)
      .toMatchObject({ view: 'reader', article: uid, target: { start: 7, end: 12 } })
  })

  it('that comes later does too; one without a place of its own begins where reading stopped', async () => {
    const host = aWindow(null)
    await expect.poll(() => host.asked.map(({ name }) => name)).toEqual(['host.takeLink'])
    expect(usePlace().here.view).toBe('library')
    host.tell('host.openArticle', { uid, annotation: MARK })
    await expect.poll(() => usePlace().here).toMatchObject({ view: 'reader', target: { start: 7, end: 12 } })
    for (const annotation of [null, 'lost', 'gone'] as (AnnotationUid | null)[]) {
      host.tell('host.openArticle', { uid, annotation })
      await expect.poll(() => usePlace().here).toMatchObject({ view: 'reader', article: uid, target: null })
    }
  })
})
