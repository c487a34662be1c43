import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/renderer/commands/running.ts'
import { i18n } from '../../src/renderer/i18n.ts'
import { useExporting } from '../../src/renderer/stores/exporting.ts'
import { useOverview } from '../../src/renderer/stores/overview.ts'
import { usePlace } from '../../src/renderer/stores/place.ts'
import { useExportHere } from '../../src/renderer/views/export/use-export-here.ts'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import { aHost } from './support/a-host.ts'

const ARCHIVE = { status: 'open', file: '/a.offprint', warnings: [] } as const
const COUNTS = { unread: 0, starred: 0, notes: 0, trash: 0, collections: [], tags: [], bytes: 1 }

/** The command where no view provides its own, in an archive of that many articles. */
function showWith(articles: number) {
  aHost({})
  useOverview().state = { status: 'open', archive: ARCHIVE, overview: { ...COUNTS, articles } }
  const setup = (): (() => null) => {
    useExportHere()
    return () => null
  }
  return mount({ setup }, { global: { plugins: [i18n] } })
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('the export of what is in front', () => {
  it('is of the article in the reader, with the whole archive below', async () => {
    const shown = showWith(2)
    usePlace().go({ view: 'reader', article: 'a-1' as ArticleUid, target: null, query: null })
    expect(runCommand('export')).toBe(true)
    await flushPromises()
    const { choices } = useExporting()
    expect(choices.map(({ label }) => label)).toEqual(['This article', 'The whole archive'])
    expect(choices[0]).toMatchObject({ selection: { kind: 'articles', articles: ['a-1'] }, articles: 1 })
    shown.unmount()
  })

  it('is of the whole archive in the notes when none is selected, and of nothing when there is nothing', () => {
    const full = showWith(2)
    usePlace().go({ view: 'notes' })
    expect(runCommand('export')).toBe(true)
    expect(useExporting().choices).toMatchObject([{ selection: { kind: 'query', query: '' } }])
    full.unmount()
    const empty = showWith(0)
    expect(runCommand('export')).toBe(false)
    empty.unmount()
  })
})
