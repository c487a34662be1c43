import type { Article } from '../../shared/model/article.ts'
import type { Result } from '../../shared/result.ts'
import { compileTemplate } from '../export/markdown/compile-template.ts'
import { DEFAULT_TEMPLATES } from '../export/markdown/default-templates.ts'
import { createArticleWriter, type WriteArticle } from '../export/markdown/write-article.ts'

let writer: Result<WriteArticle> | undefined

/** An article as Markdown by the built-in template, as `export` would write it. */
export function renderArticle(article: Article): Result<string> {
  if (writer === undefined) {
    const template = compileTemplate('plain', DEFAULT_TEMPLATES.plain)
    writer = template.ok ? { ok: true, value: createArticleWriter(template.value) } : template
  }
  return writer.ok ? writer.value(article) : writer
}
