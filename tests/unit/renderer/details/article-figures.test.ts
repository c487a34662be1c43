import { describe, expect, it } from 'vitest'
import { articleFigures } from '../../../../src/renderer/views/details/article-figures.ts'
import { anAnnotation, aWholeArticle } from '../../../support/an-exported-article.ts'

const NO_LINKS = { links: [], backLinks: [] }

describe('an article in numbers', () => {
  it('counts pens, notes and orphans, and words under two highlights once', () => {
    const article = aWholeArticle({
      text: 'x'.repeat(100),
      words: 480,
      annotations: [
        anAnnotation(0, { exact: 'x'.repeat(10), note: 'a' }),
        anAnnotation(5, { exact: 'x'.repeat(10), color: 'blue' }),
        anAnnotation(40, { exact: 'x'.repeat(5), color: 'blue' }),
        anAnnotation(null, { color: 'blue' }),
        anAnnotation(null, { quote: null, color: null, note: 'b', anchors: [] }),
      ],
    })
    expect(articleFigures(article, NO_LINKS)).toMatchObject({
      words: 480,
      highlights: 4,
      lost: 1,
      notes: 2,
      marked: 0.2,
      byPen: [
        { color: 'yellow', count: 1 },
        { color: 'blue', count: 3 },
      ],
    })
  })

  it('is as far read as one got, and whole when it was marked read; nothing is marked of no text', () => {
    const furthest = { version: 1, rendition: 1, offset: 40, share: 0.4 }
    const article = aWholeArticle({ position: { stopped: null, furthest } })
    expect(articleFigures(article, NO_LINKS).read).toBe(0.4)
    expect(articleFigures({ ...article, state: 'read' }, NO_LINKS).read).toBe(1)
    expect(articleFigures({ ...article, text: '' }, NO_LINKS).marked).toBe(0)
  })
})
