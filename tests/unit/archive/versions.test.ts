import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import { chooseVersion } from '../../../src/main/archive/choose-version.ts'
import { compareVersions } from '../../../src/main/archive/compare-versions.ts'
import type { ArchivePorts } from '../../../src/main/archive/archive-ports.ts'
import { listPens, renamePen } from '../../../src/main/archive/name-pens.ts'
import { undoGesture } from '../../../src/main/archive/undo-gesture.ts'
import { compareTexts } from '../../../src/shared/text/compare-texts.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { anArchive, aTextDraft } from '../../support/an-archive.ts'
import { unsteered } from '../../support/unsteered.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const NOBODY = '01900000-0000-7000-8000-000000000000' as ArticleUid
const url = 'https://example.org/bridge'

function world() {
  const archive = anArchive()
  const uid = archive.bringIn(
    aTextDraft('A bridge\n\nThe council wants a bridge of iron.\n\nWork begins in May.', { url }),
  ).reports[0]!.uid!
  archive.bringIn(aTextDraft('A bridge\n\nThe council wants a bridge of stone.\n\nWork begins in May.', { url }))
  const article = () => archive.ports.reading.article(uid)!
  const current = () => article().versions.find((version) => version.current)?.number
  return { ...archive, uid, article, current }
}

describe('the version that is shown', () => {
  it('is chosen, read, listed and searched, and undo puts the other back', async () => {
    const { ports, uid, article, current } = world()
    expect(current()).toBe(2)
    const { gesture } = valueOf(chooseVersion(ports, 'window', uid, 1))
    expect(current()).toBe(1)
    expect(article().text).toContain('of iron')
    expect(ports.reading.indexInput(ports.records.find(uid)!.id)?.input.body).toContain('of iron')
    valueOf(await undoGesture(ports, gesture, unsteered))
    expect(current()).toBe(2)
    expect(article().text).toContain('of stone')
  })

  it('chosen again is no gesture', () => {
    const { ports, uid } = world()
    expect(valueOf(chooseVersion(ports, 'window', uid, 2)).gesture).toBeNull()
  })

  it('must be there', () => {
    const { ports, uid } = world()
    expect(errorOf(chooseVersion(ports, 'window', uid, 3)).code).toBe('archive/version-not-found')
    expect(errorOf(chooseVersion(ports, 'window', NOBODY, 1)).code).toBe('archive/article-not-found')
  })
})

describe('a highlight', () => {
  const NEW = { prefix: '', suffix: '', color: 'yellow', note: null, tags: [] } as const

  it('made on the newest version lies on the older one too, and the other way round', () => {
    const { ports, uid, article } = world()
    const newest = valueOf(
      addHighlight(ports, 'window', { ...NEW, article: uid, quote: 'Work begins in May.', place: null }),
    )
    const quote = 'The council wants a bridge of iron.'
    const start = ports.reading.article(uid, 1)!.text.indexOf(quote)
    const place = { version: 1, rendition: 1, start, end: start + quote.length }
    const older = valueOf(addHighlight(ports, 'window', { ...NEW, article: uid, quote, place }))
    const wordsOn = (annotation: string, version: number): string | null => {
      const anchor = article()
        .annotations.find((one) => one.uid === annotation)!
        .anchors.find((one) => one.version === version)
      if (anchor === undefined || anchor.start === null || anchor.end === null) return null
      return ports.reading.article(uid, version)!.text.slice(anchor.start, anchor.end)
    }
    expect(wordsOn(newest.uid, 1)).toBe('Work begins in May.')
    expect(wordsOn(newest.uid, 2)).toBe('Work begins in May.')
    expect(wordsOn(older.uid, 1)).toBe(quote)
    expect(wordsOn(older.uid, 2)).toBe('The council wants a bridge of stone.')
  })

  it('whose words only the newest version has is an orphan on the older one, pinned where it was made', () => {
    const { ports, bringIn, uid } = world()
    bringIn(aTextDraft('A bridge\n\nNothing of the kind was decided yesterday evening.', { url }))
    const quote = 'Nothing of the kind was decided yesterday evening.'
    const { anchors } = valueOf(addHighlight(ports, 'window', { ...NEW, article: uid, quote, place: null }))
    expect(anchors.map(({ version, status }) => [version, status])).toEqual([
      [3, 'placed'],
      [2, 'orphan'],
      [1, 'orphan'],
    ])
  })
})

function compare(ports: ArchivePorts, uid: ArticleUid, from: number, to: number) {
  const here = { ...ports, compareTexts: (one: string, other: string) => Promise.resolve(compareTexts(one, other)) }
  return compareVersions(here, uid, from, to)
}

describe('two versions', () => {
  it('are compared by words, either way round', async () => {
    const { ports, uid } = world()
    const compared = valueOf(await compare(ports, uid, 1, 2))
    expect(compared).toMatchObject({ from: 1, to: 2, added: 1, removed: 1, moved: 0 })
    const changed = compared.paragraphs.filter(({ kind }) => kind === 'changed')
    expect(changed.map(({ runs }) => runs.map(({ kind, text }) => `${kind}: ${text}`))).toEqual([
      ['same: The council wants a bridge of ', 'removed: iron', 'added: stone', 'same: .'],
    ])
    expect(valueOf(await compare(ports, uid, 2, 1))).toMatchObject({ added: 1, removed: 1 })
  })

  it('must be there', async () => {
    const { ports, uid } = world()
    expect(errorOf(await compare(ports, uid, 1, 7)).code).toBe('archive/version-not-found')
    expect(errorOf(await compare(ports, NOBODY, 1, 2)).code).toBe('archive/article-not-found')
  })
})

describe('pens', () => {
  it('have names of the archive, which undo takes back', async () => {
    const { ports } = anArchive()
    expect(listPens(ports)).toHaveLength(5)
    const { gesture } = valueOf(renamePen(ports, 'window', { color: 'red', name: ' To check ' }))
    expect(listPens(ports)[3]).toEqual({ color: 'red', name: 'To check' })
    expect(valueOf(renamePen(ports, 'window', { color: 'red', name: 'To check' })).gesture).toBeNull()
    valueOf(await undoGesture(ports, gesture, unsteered))
    expect(listPens(ports)[3]).toEqual({ color: 'red', name: null })
  })

  it('lose their name to nothing and to white space', () => {
    const { ports } = anArchive()
    for (const nothing of [null, '  ']) {
      valueOf(renamePen(ports, 'window', { color: 'blue', name: 'Names' }))
      valueOf(renamePen(ports, 'window', { color: 'blue', name: nothing }))
      expect(listPens(ports)[2]).toEqual({ color: 'blue', name: null })
    }
  })
})
