import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { displayTitle } from '../../shared/text/display-title.ts'
import type { Article } from '../../shared/model/article.ts'
import type { ExportReport } from '../../shared/model/job.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { createFileNames, type ChooseFileName } from './choose-file-name.ts'
import { loadTemplate } from './markdown/load-template.ts'
import { createArticleWriter, type WriteArticle } from './markdown/write-article.ts'
import { translateWriteError } from '../files/translate-write-error.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'

/** Where to and how. `template`: null, `plain`, `obsidian`, `logseq`, or the path of a Liquid file. */
export interface MarkdownOptions {
  readonly folder: string
  readonly template: string | null
}

/**
 * Writes each article as one Markdown file into the folder, which is made when missing. Every file is whole or not
 * there; the same export again replaces its own files, but none that was edited since: that one is left as it is, the
 * new export gets the next numbered name, and a note says so. `files` are paths in the order of the articles; a file
 * that is there already, equal to the last byte, is not touched and counted as written. Fails with
 * `export/bad-template` before anything is written, `export/not-writable` or `storage/disk-full`; files written before
 * a failure stay.
 */
export async function exportMarkdown(
  articles: AsyncIterable<Article> | Iterable<Article>,
  { folder, template }: MarkdownOptions,
): Promise<Result<ExportReport>> {
  const loaded = await loadTemplate(template)
  if (!loaded.ok) return loaded
  const target = { folder, write: createArticleWriter(loaded.value), chooseName: createFileNames(folder, '.md') }
  const files: string[] = []
  const notes: string[] = []
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    return err(translateWriteError(error, folder))
  }
  for await (const article of articles) {
    const file = await exportArticle(article, target)
    if (!file.ok) return file
    files.push(file.value.path)
    notes.push(...file.value.notes)
    if (article.text === '') notes.push(`${file.value.path}: a link only, without text`)
  }
  return ok({ written: files.length, files, notes })
}

interface ExportedArticle {
  readonly path: string
  readonly notes: readonly string[]
}

async function exportArticle(
  article: Article,
  target: { readonly folder: string; readonly write: WriteArticle; readonly chooseName: ChooseFileName },
): Promise<Result<ExportedArticle>> {
  const written = target.write(article)
  if (!written.ok) return written
  const content = written.value
  const { name, standing, kept } = await target.chooseName({ title: displayTitle(article), uid: article.uid, content })
  const path = join(target.folder, name)
  try {
    if (!standing) await writeWholeFile(path, content)
    return ok({ path, notes: kept.map((what) => `${what}; the new export is ${name}`) })
  } catch (error) {
    return err(translateWriteError(error, path))
  }
}
