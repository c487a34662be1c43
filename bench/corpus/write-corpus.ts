import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CorpusArticle } from './corpus-article.ts'

/** Articles in one folder; more slow file systems and file managers down. */
const FOLDER_SIZE = 1_000

/** Writes articles as JSON lines that `offprint import` takes (UTF-8), one article in memory at a time. */
export async function writeJsonLines(file: string, articles: Iterable<CorpusArticle>): Promise<void> {
  await pipeline(Readable.from(jsonLines(articles)), createWriteStream(file))
}

/** Writes articles as plain text files (title, standfirst, byline, date, body), a thousand to a folder. */
export async function writeTextFiles(folder: string, articles: Iterable<CorpusArticle>): Promise<void> {
  let count = 0
  let into = folder
  for (const article of articles) {
    if (count % FOLDER_SIZE === 0) {
      into = join(folder, String(count / FOLDER_SIZE).padStart(4, '0'))
      await mkdir(into, { recursive: true })
    }
    await writeFile(join(into, `${article.id}.txt`), asPlainText(article))
    count += 1
  }
}

function* jsonLines(articles: Iterable<CorpusArticle>): Generator<string, void, undefined> {
  for (const article of articles) yield `${JSON.stringify(article)}\n`
}

function asPlainText(article: CorpusArticle): string {
  const { publication, title, byline, published, text } = article
  return `${[publication, title, `By ${byline}`, published, text].join('\n\n')}\n`
}
