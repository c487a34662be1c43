import { describe, expect, it } from 'vitest'
import { printPage } from '../../../../src/main/ipc/router/print-page.ts'
import type { Annotation } from '../../../../src/shared/model/annotation.ts'
import type { Article } from '../../../../src/shared/model/article.ts'

const placed = (version: number, start: number, end: number) => ({
  ...{ version, rendition: 1, start, end, strategy: 'position', score: 1, status: 'placed' },
})
const lostAt = (version: number) => ({ ...placed(version, 0, 0), start: null, end: null, status: 'orphan' })
const note = (text: string | null, anchors: readonly unknown[], exact: string | null = 'b') =>
  ({
    ...{ color: exact === null ? null : 'blue', note: text, anchors },
    quote: exact === null ? null : { exact, prefix: '', suffix: '' },
  }) as unknown as Annotation

function anArticle(more: Partial<Article> = {}): Article {
  const versions = [1, 2].map((number) => ({
    ...{ number, current: number === 2, renditions: [{ number: 1, current: true }] },
  }))
  return {
    ...{ html: '<article><p>abc</p>\n</article>', title: null, label: 'a <file>', language: 'he', direction: 'rtl' },
    ...{ publication: null, byline: 'A. Writer', published: '2024-05', url: 'https://a.example/?a&b' },
    ...{ versions, annotations: [] },
    ...more,
  } as unknown as Article
}

describe('an article to print', () => {
  it('has its title where the text has no headline, its language, and where it is from', () => {
    const page = printPage(anArticle(), null, '/c/x/')
    expect(page).toContain('<html lang="he" dir="rtl">')
    expect(page).toContain('<title>a &lt;file&gt;</title>')
    expect(page).toContain('<h1 class="print-title">a &lt;file&gt;</h1><article>')
    expect(page).toContain('A. Writer · 2024-05 · https://a.example/?a&amp;b</footer>')
    expect(page).not.toContain('<section')
    const own = printPage(anArticle({ html: '<article><h1>Own</h1></article>' as Article['html'] }), null, '/c/x/')
    expect(own).not.toContain('print-title')
  })

  it('numbers notes in the order of the text, whatever order they were written in', () => {
    const annotations = [
      note('later', [placed(2, 2, 3)]),
      note(null, [placed(2, 1, 2)]),
      note('first', [placed(2, 0, 1)]),
    ]
    const page = printPage(anArticle({ annotations }), null, '/c/x/')
    expect(page).toMatch(/<mark class="pen-blue">a<\/mark><sup.*>1<.*pen-blue">b<\/mark><mark.*>c<\/mark><sup.*>2</)
    expect(page).toMatch(/<li id="print-note-1">.*first.*<li id="print-note-2">.*later/)
    expect(page).not.toContain('print-note-3')
  })

  it('keeps a note whose passage is not in this version, with the passage, after the others', () => {
    const annotations = [note('lost', [placed(1, 0, 1), lostAt(2)], 'a < b'), note('here', [placed(2, 0, 1)])]
    const current = printPage(anArticle({ annotations }), null, '/c/x/')
    expect(current).toMatch(/print-note-1">.*here.*print-note-2">.*not in this text.*<q dir="auto">a &lt; b<\/q>.*lost/)
    const first = printPage(anArticle({ annotations }), 1, '/c/x/')
    expect(first).toMatch(/print-note-1">.*lost.*print-note-2">.*not in this text.*here/)
  })

  it('has notes on the whole article before the numbered ones', () => {
    const page = printPage(anArticle({ annotations: [note('whole', [], null), note(' ', [], null)] }), null, '/c/x/')
    expect(page).toMatch(
      />Notes<\/h2><div class="note" dir="auto">whole <a class="print-link" [^>]*>↗<\/a><\/div><\/section>/,
    )
  })
})
