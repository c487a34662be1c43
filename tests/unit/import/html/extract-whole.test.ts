import { expect, test } from 'vitest'
import { importArticle } from '../../../../src/main/import/import-article.ts'
import { createAnalyser } from '../../../../src/main/search/analyse.ts'
import { aDraft } from '../../../support/import-builders.ts'

const ports = { analyse: createAnalyser() }

function imported(html: string): ReturnType<typeof importArticle> {
  const bytes = new TextEncoder().encode(html)
  return importArticle(aDraft('', { content: { kind: 'article', bytes, declaredEncoding: 'utf-8' } }), ports)
}

test('HTML that is all article keeps every block, short ones and lists of links too', () => {
  const result = imported(
    '<title>Notes</title><p>One.</p><ul><li><a href="https://a.example">Link</a></li></ul><footer>End</footer>',
  )
  if (!result.ok) throw new Error(result.error.code)
  expect(result.value.rendition?.content.text.replace(/\n+/g, ' ').trim()).toBe('One. Link End')
  expect(result.value.title).toBe('Notes')
})

test('what looks like clutter on a page is text here', () => {
  const result = imported('<div class="sidebar ad related comments">Kept</div><p hidden>also kept</p>')
  expect(result.ok && result.value.rendition?.content.text).toContain('Kept')
})

test('HTML without text or picture is empty', () => {
  expect(imported('<p> </p>')).toMatchObject({ ok: false, error: { code: 'import/empty' } })
})
