import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import { chooseElement } from '../../../src/main/archive/choose-element.ts'
import { chooseEncoding, listEncodings } from '../../../src/main/archive/choose-encoding.ts'
import type { RemakeArticle } from '../../../src/main/archive/ports/remake-article.ts'
import { rebuildDerived } from '../../../src/main/archive/rebuild-derived.ts'
import { undoGesture } from '../../../src/main/archive/undo-gesture.ts'
import { sampleEncodings } from '../../../src/main/import/encoding/sample-encodings.ts'
import { importArticle } from '../../../src/main/import/import-article.ts'
import { rebuildDraft } from '../../../src/main/import/rebuild-draft.ts'
import type { EncodingName } from '../../../src/shared/model/encodings.ts'
import { anArchive } from '../../support/an-archive.ts'
import { aDraft } from '../../support/import-builders.ts'
import { unsteered } from '../../support/unsteered.ts'
import { valueOf } from '../../support/value-of.ts'

/** „Мост через реку“ in windows-1251, declared as what it is not. */
const WORDS = 'Мост через реку построили за одно лето. '
const PAGE = `<html><head><meta charset="windows-1252"><title>The bridge</title></head><body><article><h1>The bridge</h1>
<p id="story">${WORDS.repeat(12)}</p><p>It is of iron.</p></article></body></html>`

function inWindows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code < 0x80 ? code : code - 0x0410 + 0xc0
  })
}

function world() {
  const { ports, bringIn } = anArchive()
  const bytes = inWindows1251(PAGE)
  const content = { kind: 'html', bytes, declaredEncoding: 'windows-1252' } as const
  const uid = bringIn(aDraft(PAGE, { format: 'html', content, original: { bytes, mediaType: 'text/html' } }))
    .reports[0]!.uid!
  const remake: RemakeArticle = (original) => {
    const draft = rebuildDraft(original)
    return Promise.resolve(draft.ok ? importArticle(draft.value, ports) : draft)
  }
  const sample = (original: Parameters<typeof sampleEncodings>[0]) => Promise.resolve(sampleEncodings(original))
  return {
    ports,
    uid,
    remake,
    choose: (encoding: EncodingName | null) =>
      chooseEncoding(ports, remake, 'window', { uid, version: null, encoding }),
    list: async () => valueOf(await listEncodings(ports, sample, uid, null)),
    text: (): string => ports.reading.article(uid)!.text,
    rebuild: () => rebuildDerived(ports, remake, unsteered),
  }
}

describe('the encoding that a person chooses', () => {
  it('is what the original is read in, is searched, and highlights follow; undo brings the old text back', async () => {
    const { ports, uid, choose, text } = world()
    const before = text()
    expect(before).not.toContain('Мост')
    const made = { article: uid, quote: 'It is of iron.', prefix: '', suffix: '', color: 'yellow', note: null } as const
    valueOf(addHighlight(ports, 'window', { ...made, tags: [], place: null }))
    const chosen = valueOf(await choose('windows-1251'))
    expect(chosen).toMatchObject({ version: 1, placed: 1, orphans: 0 })
    expect(text()).toContain('Мост через реку построили')
    expect(ports.reading.indexInput(ports.records.find(uid)!.id)?.input.body).toContain('Мост')
    valueOf(await undoGesture(ports, chosen.gesture, unsteered))
    expect(text()).toBe(before)
  })

  it('is kept to by rebuilds, and by choosing an element of the page; looked for again it is not', async () => {
    const { ports, uid, remake, choose, text, rebuild, list } = world()
    const before = text()
    valueOf(await choose('windows-1251'))
    expect(valueOf(await rebuild())).toMatchObject({ renewed: 0, unchanged: 1, failed: [] })
    valueOf(await chooseElement(ports, remake, 'window', { uid, version: null, selector: '#story' }))
    expect(text()).toContain('Мост')
    expect(text()).not.toContain('iron')
    expect((await list()).chosen).toBe('windows-1251')
    valueOf(await choose('koi8-r'))
    expect(text()).not.toContain('iron')
    valueOf(await chooseElement(ports, remake, 'window', { uid, version: null, selector: null }))
    valueOf(await choose(null))
    expect(text()).toBe(before)
    expect((await list()).chosen).toBeNull()
  })
})

describe('encodings to choose from', () => {
  it('show one line of the text each, the likeliest first, none twice', async () => {
    const { list } = world()
    const { chosen, samples } = await list()
    expect(chosen).toBeNull()
    expect(samples.find(({ encoding }) => encoding === 'windows-1251')?.text).toContain('Мост через реку')
    expect(new Set(samples.map(({ text }) => text)).size).toBe(samples.length)
    const place = (name: EncodingName): number => samples.findIndex(({ encoding }) => encoding === name)
    expect(place('windows-1251')).toBeLessThan(place('ibm866'))
    expect(samples.every(({ text }) => text.length <= 100 && !text.includes('<'))).toBe(true)
  })
})
