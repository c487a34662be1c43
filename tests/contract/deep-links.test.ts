import { describe, expect, it } from 'vitest'
import { intentOf } from '../../src/main/hosts/intent.ts'
import { createArticleWriter } from '../../src/main/export/markdown/write-article.ts'
import { DEFAULT_TEMPLATES } from '../../src/main/export/markdown/default-templates.ts'
import { loadTemplate } from '../../src/main/export/markdown/load-template.ts'
import { printPage } from '../../src/main/ipc/router/print-page.ts'
import { addHighlight } from '../../src/main/archive/add-highlight.ts'
import { addArticleNote } from '../../src/main/archive/edit-annotation.ts'
import { rejectPlace } from '../../src/main/archive/place-annotation.ts'
import { getArticle } from '../../src/main/archive/get-article.ts'
import type { Article } from '../../src/shared/model/article.ts'
import { deepLink, deepLinkPattern } from '../../src/shared/text/deep-link.ts'
import { writeNoteLink } from '../../src/shared/text/note-links.ts'
import { anArchive } from '../support/an-archive.ts'
import { valueOf } from '../support/value-of.ts'

/** An article with a highlight, an orphan and a note on the whole, whose note links to another article and a highlight of it. */
function world() {
  const { ports, addText } = anArchive()
  const lamp = addText('The lamp\n\nA light is a promise, she said, and went.')
  const bell = addText('The bell\n\nThe bell rang at noon. It was loud, and nobody heard it.')
  const highlight = (article: typeof lamp, quote: string, note: string) =>
    valueOf(
      addHighlight(ports, 'window', {
        ...{ article, quote, prefix: '', suffix: '', color: 'green', note, tags: [], place: null },
      }),
    ).uid
  const light = highlight(lamp, 'A light is a promise', 'Yes.')
  const noon = highlight(bell, 'rang at noon', 'When?')
  const lost = highlight(bell, 'nobody heard it', 'Lost.')
  const version = valueOf(getArticle(ports, bell, null)).versions[0]
  valueOf(rejectPlace(ports, 'window', lost, { version: version?.number ?? 1, rendition: 1 }))
  const words = `See ${writeNoteLink('the lamp', { article: lamp, annotation: null })} and ${writeNoteLink('light', { article: lamp, annotation: light })}.`
  const note = valueOf(addArticleNote(ports, 'window', { article: bell, note: words })).uid
  const article = valueOf(getArticle(ports, bell, null))
  return { article, lamp, light, annotations: [noon, lost, note] }
}

/** Everything that writes an article for somebody outside. A new format gets its row here. */
const FORMATS: readonly (readonly [name: string, write: (article: Article) => Promise<string>])[] = [
  ...Object.keys(DEFAULT_TEMPLATES).map(
    (name) =>
      [
        `Markdown, ${name}`,
        async (article: Article) => valueOf(createArticleWriter(valueOf(await loadTemplate(name)))(article)),
      ] as const,
  ),
  ['the printed page', (article) => Promise.resolve(printPage(article, null, '/content/'))],
]

describe.each(FORMATS)('%s', (_name, write) => {
  it('holds a link to the article, to each annotation, and those of its notes, and every one is opened by the hosts', async () => {
    const { article, lamp, light, annotations } = world()
    const written = await write(article)
    const links = new Set(Array.from(written.matchAll(deepLinkPattern()), ([link]) => link))
    expect([...links].toSorted()).toEqual(
      [
        deepLink(article.uid),
        ...annotations.map((uid) => deepLink(article.uid, uid)),
        deepLink(lamp),
        deepLink(lamp, light),
      ].toSorted(),
    )
    for (const link of links) {
      const [uid, annotation = null] = link.slice('offprint://article/'.length).split('#')
      expect(intentOf(link, '/')).toEqual({ kind: 'article', link: { uid, annotation } })
    }
  })
})
