import type { ExportPreview, ExportPreviewRequest } from '../../shared/model/export-preview.ts'
import { ok, type Result } from '../../shared/result.ts'
import { displayTitle } from '../../shared/text/display-title.ts'
import { safeFileName } from '../../shared/text/file-name.ts'
import { selectArticles } from '../archive/select-articles.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import type { Attempt } from '../archive/ports/attempt.ts'
import type { Reading } from '../archive/ports/reading.ts'
import { compileTemplate } from '../export/markdown/compile-template.ts'
import { loadTemplate } from '../export/markdown/load-template.ts'
import { createArticleWriter } from '../export/markdown/write-article.ts'

/** What a preview stands on. */
export interface PreviewPorts {
  readonly attempt: Attempt
  readonly reading: Pick<Reading, 'article'>
  readonly search: Pick<ArticleSearch, 'choose'>
}

/** How errors name a template that was typed and lies in no file. */
const TYPED = 'the template'

/** Milliseconds that a preview may take: it is written while a person types, in the thread that lists articles. */
const LONGEST = 1_000

/** The first article of a selection exactly as an export into an empty folder would write it. */
export async function previewExport(
  { attempt, reading, search }: PreviewPorts,
  { selection, template, templateText }: ExportPreviewRequest,
): Promise<Result<ExportPreview>> {
  const loaded =
    templateText === null ? await loadTemplate(template, LONGEST) : compileTemplate(TYPED, templateText, LONGEST)
  if (!loaded.ok) return loaded
  const chosen = attempt(() => selectArticles(search, selection))
  if (!chosen.ok) return chosen
  const [first] = chosen.value
  const article = attempt(() => (first === undefined ? undefined : reading.article(first)))
  if (!article.ok) return article
  const articles = chosen.value.length
  if (article.value === undefined) return ok({ articles, fileName: null, markdown: null })
  const markdown = createArticleWriter(loaded.value)(article.value)
  if (!markdown.ok) return markdown
  return ok({ articles, fileName: safeFileName(displayTitle(article.value), '.md'), markdown: markdown.value })
}
