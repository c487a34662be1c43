import type { Command } from 'commander'
import type { VersionSummary } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { parseUid } from './arguments.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { printable } from './output.ts'
import { withCore, type CommandContext } from './with-core.ts'

/** `versions UID`: the versions of one article, the oldest first. */
export function addVersions(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('versions')
    .description('the versions of an article, a line each, the oldest first')
    .argument('<uid>', 'of the article', parseUid)
    .action(async (uid: string, _options: unknown, command: Command) => {
      onExit(await withCore(command, (context) => listVersions(context, uid as ArticleUid)))
    })
}

async function listVersions({ core, output }: CommandContext, uid: ArticleUid): Promise<ExitStatus> {
  const found = await core.client.request('article.get', { uid, version: null })
  if (!found.ok) return output.failure(found.error)
  for (const version of found.value.versions) {
    if (output.json) output.value(version)
    else output.line(versionLine(version))
  }
  return EXIT.done
}

function versionLine({ number, captured, mediaType, current, pages, renditions }: VersionSummary): string {
  const made = renditions.find((rendition) => rendition.current)
  const facts = [mediaType ?? 'no original', made === undefined ? 'no text' : made.extractor, ...pageWords(pages)]
  return `${String(number)}${current ? '*' : ' '}  ${captured}  ${printable(facts.join(' · '))}`
}

function pageWords(pages: readonly number[]): readonly string[] {
  return pages.length === 0 ? [] : [`${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}`]
}
