import type { Article } from '../../../shared/model/article.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { fillInChecksum } from '../checksum-line.ts'
import type { Template } from './compile-template.ts'
import { frontMatter, obsidianFrontMatter } from './front-matter.ts'
import { createHtmlToMarkdown } from './html-to-markdown.ts'
import { templateValues } from './template-values.ts'

/** An article as Markdown. */
export type WriteArticle = (article: Article) => Result<string>

/** Makes a writer of articles by a template; the same for a file, for `show --markdown` and for a preview. */
export function createArticleWriter(template: Template): WriteArticle {
  const toMarkdown = createHtmlToMarkdown()
  return (article) => {
    const body = toMarkdown(article.html, { withHeader: article.title === null })
    const parts = { body, frontMatter: frontMatter(article), obsidianFrontMatter: obsidianFrontMatter(article) }
    const written = template(templateValues(article, parts))
    return written.ok ? ok(fillInChecksum(written.value)) : written
  }
}
