import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import { correctField } from '../../../src/main/archive/correct-field.ts'
import type { JobControl } from '../../../src/main/archive/job-control.ts'
import type { RemakeArticle } from '../../../src/main/archive/ports/remake-article.ts'
import { rebuildDerived } from '../../../src/main/archive/rebuild-derived.ts'
import { undoGesture } from '../../../src/main/archive/undo-gesture.ts'
import { importArticle } from '../../../src/main/import/import-article.ts'
import { rebuildDraft } from '../../../src/main/import/rebuild-draft.ts'
import type { Result } from '../../../src/shared/result.ts'
import type { PreparedArticle } from '../../../src/main/archive/prepared-article.ts'
import { anArchive, type TestArchive } from '../../support/an-archive.ts'
import { unsteered } from '../../support/unsteered.ts'
import { valueOf } from '../../support/value-of.ts'

const STORY =
  'A lamp is lit\n\nThe keeper lit the lamp at dusk.\n\nNobody saw the ships.\n\nThe lamp burned until dawn.'

const control: JobControl = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  pause: () => Promise.resolve(),
}

/** The import's own road again, as the present extractor would go it. */
function remake({ ports }: TestArchive): RemakeArticle {
  return (original) => {
    const draft = rebuildDraft(original)
    return Promise.resolve(draft.ok ? importArticle(draft.value, ports) : draft)
  }
}

/** An extractor of a later version, which also finds another text when told to. */
function newerExtractor(archive: TestArchive, change: (text: string) => string = (text) => text): RemakeArticle {
  return (original) => {
    const bytes = new TextEncoder().encode(change(new TextDecoder().decode(original.bytes)))
    return remake(archive)({ ...original, bytes }).then((made) => withVersion(made, '99'))
  }
}

function withVersion(made: Result<PreparedArticle>, extractorVersion: string): Result<PreparedArticle> {
  if (!made.ok || made.value.rendition === null) return made
  return { ok: true, value: { ...made.value, rendition: { ...made.value.rendition, extractorVersion } } }
}

function highlighted() {
  const archive = anArchive()
  const uid = archive.addText(STORY)
  const wanted = { article: uid, prefix: '', suffix: '', color: 'red', note: null, tags: [], place: null } as const
  const made = valueOf(addHighlight(archive.ports, 'cli', { ...wanted, quote: 'burned until dawn' }))
  return { archive, uid, made }
}

describe('rebuilding what is derived', () => {
  it('changes nothing when the extractor is the same', async () => {
    const { archive } = highlighted()
    const report = valueOf(await rebuildDerived(archive.ports, remake(archive), control))
    expect(report).toMatchObject({ versions: 1, renewed: 0, unchanged: 1, failed: [] })
  })

  it('writes a new rendition by a newer extractor, keeps the old one, and places the highlight on both', async () => {
    const { archive, uid, made } = highlighted()
    const rebuilt = rebuildDerived(
      archive.ports,
      newerExtractor(archive, (text) => text.replace('Nobody saw the ships.\n\n', '')),
      control,
    )
    expect(valueOf(await rebuilt)).toMatchObject({ renewed: 1, placed: 1, orphans: 0 })
    const article = archive.ports.reading.article(uid)!
    expect(article.versions[0]?.renditions.map(({ extractorVersion, current }) => [extractorVersion, current])).toEqual(
      expect.arrayContaining([
        ['1', false],
        ['99', true],
      ]),
    )
    const anchors = archive.ports.reading.annotation(made.uid)!.anchors
    expect(anchors.map(({ status }) => status)).toEqual(['placed', 'placed'])
    const [now] = anchors
    expect(article.text.slice(now!.start!, now!.end!)).toBe('burned until dawn')
  })

  it('lists a highlight as an orphan when the newer text lacks it, with its quote kept', async () => {
    const { archive, made } = highlighted()
    await rebuildDerived(
      archive.ports,
      newerExtractor(archive, (text) => text.replace('burned until dawn', 'went out')),
      control,
    )
    const annotation = archive.ports.reading.annotation(made.uid)
    expect(annotation?.anchors[0]).toMatchObject({ status: 'orphan', strategy: 'none', start: null })
    expect(annotation?.quote?.exact).toBe('burned until dawn')
  })

  it('leaves a title corrected by hand untouched', async () => {
    const { archive, uid } = highlighted()
    valueOf(correctField(archive.ports, 'cli', { article: uid, field: 'title', value: 'The lamp' }))
    await rebuildDerived(archive.ports, newerExtractor(archive), control)
    expect(archive.ports.reading.article(uid)?.title).toBe('The lamp')
  })

  it('can still undo the highlight afterwards', async () => {
    const { archive, uid } = highlighted()
    await rebuildDerived(archive.ports, newerExtractor(archive), control)
    valueOf(await undoGesture(archive.ports, null, unsteered))
    expect(archive.ports.reading.article(uid)?.annotations).toEqual([])
  })

  it('drops the older rendition when nothing was made on it', async () => {
    const archive = anArchive()
    const uid = archive.addText(STORY)
    await rebuildDerived(archive.ports, newerExtractor(archive), control)
    expect(archive.ports.reading.article(uid)?.versions[0]?.renditions).toHaveLength(1)
  })
})
