import type { Command } from 'commander'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Article } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { bodyOf } from '../../shared/text/body-of.ts'
import { displayTitle } from '../../shared/text/display-title.ts'
import { parseCount, parseUid } from './arguments.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { printable, type Output } from './output.ts'
import { linkLines } from './link-lines.ts'
import { withCore, type CommandContext } from './with-core.ts'

interface ShowOptions {
  readonly text?: boolean
  readonly html?: boolean
  readonly markdown?: boolean
  readonly original?: boolean
  readonly version?: number
}

/** `show UID`: one article, whole or in one form. */
export function addShow(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('show')
    .description('one article with its facts, versions and annotations')
    .argument('<uid>', 'of the article', parseUid)
    .option('--text', 'its text alone')
    .option('--html', 'its reader HTML alone')
    .option('--markdown', 'as Markdown, with highlights and notes')
    .option('--original', 'the bytes that came in')
    .option('--version <n>', 'this version instead of the current one', parseCount)
    .action(async (uid: string, options: ShowOptions, command: Command) => {
      onExit(await withCore(command, (context) => show(context, uid as ArticleUid, options)))
    })
}

async function show(context: CommandContext, uid: ArticleUid, options: ShowOptions): Promise<ExitStatus> {
  const { core, output } = context
  const version = options.version ?? null
  if (options.original === true) return showOriginal(context, uid, version)
  const found = await core.client.request('article.get', { uid, version })
  if (!found.ok) return output.failure(found.error)
  const article = found.value
  if (options.markdown === true) {
    const markdown = await core.toMarkdown(article)
    if (!markdown.ok) return output.failure(markdown.error)
    process.stdout.write(markdown.value)
  } else if (options.html === true) process.stdout.write(`${article.html}\n`)
  else if (options.text === true) process.stdout.write(`${article.text.trim()}\n`)
  else return showWhole(context, article)
  return EXIT.done
}

async function showWhole({ core, output }: CommandContext, article: Article): Promise<ExitStatus> {
  const linked = await core.client.request('article.links', { uid: article.uid })
  if (!linked.ok) return output.failure(linked.error)
  if (output.json) output.value({ ...toJson(article), ...linked.value })
  else {
    printArticle(output, article)
    for (const line of linkLines(linked.value)) output.line(line)
  }
  return EXIT.done
}

function showOriginal({ core, output }: CommandContext, uid: ArticleUid, version: number | null): ExitStatus {
  const original = core.original(uid, version)
  if (!original.ok) return output.failure(original.error)
  process.stdout.write(original.value.bytes)
  return EXIT.done
}

/** The answer of `show --json`; `text` is the body, as `words` counts. */
function toJson(article: Article): object {
  return {
    uid: article.uid,
    sourceId: article.sourceId,
    title: article.title,
    label: article.label,
    standfirst: article.standfirst,
    byline: article.byline,
    publication: article.publication,
    section: article.section,
    published: article.published,
    language: article.language,
    direction: article.direction,
    url: article.url,
    added: article.added,
    state: article.state,
    starred: article.starred,
    trashed: article.trashed,
    text: bodyOf(article),
    words: article.words,
    captions: article.captions,
    asides: article.asides,
    contributors: article.contributors,
    tags: article.tags,
    collections: article.collections,
    versions: article.versions,
    annotations: article.annotations,
  }
}

function printArticle(output: Output, article: Article): void {
  output.line(printable(displayTitle(article)))
  for (const [name, value] of factsOf(article)) if (value !== '') output.line(`${name}: ${printable(value)}`)
  output.line('')
  for (const line of article.text.trim().split('\n')) output.line(printable(line))
  if (article.annotations.length > 0) output.line('')
  for (const annotation of article.annotations) printAnnotation(output, annotation)
}

function factsOf(article: Article): readonly (readonly [name: string, value: string])[] {
  return [
    ['by', article.byline ?? ''],
    ['publication', article.publication ?? ''],
    ['published', article.published ?? ''],
    ['language', article.language ?? ''],
    ['url', article.url ?? ''],
    ['contributors', article.contributors.join(', ')],
    ['tags', article.tags.join(', ')],
    ['collections', article.collections.join(', ')],
    ['words', String(article.words)],
    ['versions', String(article.versions.length)],
  ]
}

function printAnnotation(output: Output, { anchors, color, quote, note, tags }: Annotation): void {
  const [anchor] = anchors
  const place = anchor?.status === 'placed' ? `${anchor.start ?? 0}–${anchor.end ?? 0}` : (anchor?.status ?? 'article')
  output.line(`[${color ?? 'note'}, ${place}] ${printable(quote?.exact ?? '')}`)
  if (note !== null) output.line(`    ${printable(note)}`)
  if (tags.length > 0) output.line(`    tags: ${printable(tags.join(', '))}`)
}
