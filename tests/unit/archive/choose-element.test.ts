import { expect, it } from 'vitest'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import { chooseElement } from '../../../src/main/archive/choose-element.ts'
import type { RemakeArticle } from '../../../src/main/archive/ports/remake-article.ts'
import { rebuildDerived } from '../../../src/main/archive/rebuild-derived.ts'
import { undoGesture } from '../../../src/main/archive/undo-gesture.ts'
import { importArticle } from '../../../src/main/import/import-article.ts'
import { rebuildDraft } from '../../../src/main/import/rebuild-draft.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { anArchive } from '../../support/an-archive.ts'
import { aDraft } from '../../support/import-builders.ts'
import { unsteered } from '../../support/unsteered.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const STORY = `An engineer drew it first. ${'The bridge of iron was built in a single summer by men from the hills. '.repeat(8)}`
const TALK = 'A reader remembers the ferry that went before the bridge, and its bell. '.repeat(4)
const PAGE = `<html><head><title>The bridge</title></head><body><article><h1>The bridge</h1><p>${STORY}</p></article>
<div class="comments" id="talk"><h2>Letters</h2><p>${TALK}</p></div></body></html>`

function world(change: (page: string) => string = (page) => page) {
  const { ports, bringIn } = anArchive()
  const bytes = new TextEncoder().encode(PAGE)
  const content = { kind: 'html', bytes, declaredEncoding: null } as const
  const uid = bringIn(aDraft(PAGE, { format: 'html', content, original: { bytes, mediaType: 'text/html' } }))
    .reports[0]!.uid!
  /** As the pool does it; `change` stands for a parser that builds another tree. */
  const remake: RemakeArticle = (original) => {
    const page = new TextEncoder().encode(change(new TextDecoder().decode(original.bytes)))
    const draft = rebuildDraft({ ...original, bytes: page })
    return Promise.resolve(draft.ok ? importArticle(draft.value, ports) : draft)
  }
  const choose = (selector: string | null) => chooseElement(ports, remake, 'window', { uid, version: null, selector })
  const text = (): string => ports.reading.article(uid)!.text
  const highlight = (quote: string) =>
    valueOf(
      addHighlight(ports, 'window', {
        article: uid,
        quote,
        prefix: '',
        suffix: '',
        color: 'yellow',
        note: null,
        tags: [],
        place: null,
      }),
    )
  const statusOf = (annotation: string) => {
    const article = ports.reading.article(uid)!
    const current = article.versions[0]!.renditions.find((one) => one.current)!.number
    const found = article.annotations.find((one) => one.uid === annotation)!
    return found.anchors.find(({ rendition }) => rendition === current)?.status
  }
  return { ports, uid, choose, text, highlight, statusOf, rebuild: () => rebuildDerived(ports, remake, unsteered) }
}

it('the chosen element is the text, is searched, and highlights follow; undo and redoing bring all of it back', async () => {
  const { ports, uid, choose, text, highlight, statusOf } = world()
  const onStory = highlight('An engineer drew it first.')
  expect(text()).not.toContain('ferry')
  const chosen = valueOf(await choose('#talk'))
  expect(chosen).toMatchObject({ version: 1, placed: 0, orphans: 1 })
  expect(text()).toContain('ferry')
  expect(text()).not.toContain('iron')
  expect(ports.reading.indexInput(ports.records.find(uid)!.id)?.input.body).toContain('ferry')
  expect(statusOf(onStory.uid)).toBe('orphan')
  const onTalk = highlight('Letters')
  valueOf(await undoGesture(ports, chosen.gesture, unsteered))
  expect(text()).toContain('iron')
  expect(statusOf(onStory.uid)).toBe('placed')
  expect(statusOf(onTalk.uid)).toBe('orphan')
  expect(ports.reading.indexInput(ports.records.find(uid)!.id)?.input.body).toContain('iron')
})

it('a rebuild keeps to the element, and to letting it be looked for again', async () => {
  const { choose, text, rebuild } = world()
  valueOf(await choose('#talk'))
  expect(valueOf(await rebuild())).toMatchObject({ renewed: 0, unchanged: 1, failed: [] })
  expect(text()).toContain('ferry')
  valueOf(await choose(null))
  expect(valueOf(await rebuild())).toMatchObject({ renewed: 0, unchanged: 1, failed: [] })
  expect(text()).toContain('iron')
})

it.each([
  ['whose id is another now is known by its words', (page: string) => page.replace('id="talk"', 'id="x"'), 0],
  ['that is gone leaves the text there is, and the rebuild names it', (page: string) => page.replace(TALK, ''), 1],
])('an element %s', async (_what, change, failed) => {
  let isChanged = false
  const { choose, text, rebuild } = world((page) => (isChanged ? change(page) : page))
  valueOf(await choose('#talk'))
  isChanged = true
  const report = valueOf(await rebuild())
  expect(report.failed.map(({ reason }) => reason.code)).toEqual(
    Array.from({ length: failed }, () => 'archive/element-not-found'),
  )
  expect(text()).toContain('ferry')
})

it('is refused when it names nothing, no text, or is no selector, and for nobody', async () => {
  const { ports, choose, text } = world()
  for (const selector of ['#nothing', 'head > meta', 'p:nth-child(']) {
    expect(errorOf(await choose(selector))).toMatchObject({ code: 'archive/element-not-found' })
  }
  expect(text()).toContain('iron')
  const nobody = '01900000-0000-7000-8000-000000000000' as ArticleUid
  const remake: RemakeArticle = () => Promise.reject(new Error('nothing is to be made'))
  const asked = { uid: nobody, version: null, selector: 'p' }
  expect(errorOf(await chooseElement(ports, remake, 'cli', asked)).code).toBe('archive/article-not-found')
})
