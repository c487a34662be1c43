import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HIGHLIGHT_COLORS } from '../../src/shared/model/annotation.ts'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import { expectOk, importPaths, openBenchCore } from '../bench-core.ts'
import { composeArticle } from '../corpus/compose-article.ts'
import { STANDARD_CORPUS } from '../corpus/corpus-options.ts'
import { withScratch } from '../scratch.ts'

/** A long article with many highlights. */
export interface MarkedArticle {
  readonly uid: ArticleUid
  readonly title: string
  /** Where its highlights stand, in the order of the text. */
  readonly places: readonly { readonly start: number; readonly end: number }[]
}

/** How long, and how much is highlighted. */
export interface MarkedOptions {
  readonly words: number
  readonly highlights: number
  /** Every how many highlights one has a note; 10 when it is left out. */
  readonly noteEvery?: number
}

/** Characters of a highlight, about six words. */
const LENGTH = 36

/** Puts such an article into an archive that nobody has open; the newest one then. */
export function addMarkedArticle(archive: string, options: MarkedOptions): Promise<MarkedArticle> {
  const { noteEvery = 10 } = options
  const title = `A text of ${String(options.words)} words with ${String(options.highlights)} highlights`
  return withScratch(async (folder) => {
    const file = join(folder, 'long.txt')
    writeFileSync(file, `${title}\n\n${textOf(options.words)}\n`)
    const core = openBenchCore(archive)
    try {
      await importPaths(core, [file])
      const list = { query: '', sort: 'added', direction: 'down', limit: 1, offset: 0 } as const
      const [row] = expectOk(await core.client.request('article.list', list)).rows
      if (row === undefined) throw new Error('the long article was not added')
      const article = expectOk(await core.client.request('article.get', { uid: row.uid, version: null }))
      const places = spread(article.text, options.highlights)
      for (const [index, { start, end }] of places.entries()) {
        expectOk(
          await core.client.request('annotation.highlight', {
            article: row.uid,
            quote: article.text.slice(start, end),
            prefix: '',
            suffix: '',
            color: HIGHLIGHT_COLORS[index % HIGHLIGHT_COLORS.length] ?? 'yellow',
            note: index % noteEvery === 0 ? `Note ${String(index)}` : null,
            tags: [],
            place: { version: 1, rendition: 1, start, end },
          }),
        )
      }
      return { uid: row.uid, title, places }
    } finally {
      await core.close()
    }
  })
}

/** Paragraphs of the corpus until there are so many words. */
function textOf(words: number): string {
  const paragraphs: string[] = []
  let count = 0
  for (let number = 0; count < words; number++) {
    for (const paragraph of composeArticle({ ...STANDARD_CORPUS, words: 2_000 }, number).article.text.split('\n\n')) {
      const rest = paragraph.split(' ').slice(0, words - count)
      count += rest.length
      if (rest.length > 0) paragraphs.push(rest.join(' '))
    }
  }
  return paragraphs.join('\n\n')
}

/** Places of one length that do not touch, over the whole text. */
function spread(text: string, count: number): readonly { readonly start: number; readonly end: number }[] {
  const step = Math.floor(text.length / (count + 1))
  return Array.from({ length: count }, (_, index) => {
    const start = (index + 1) * step
    return { start, end: start + Math.min(LENGTH, step - 1) }
  })
}
