import type { Command } from 'commander'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { parseCount, parseUid } from './arguments.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { withCore, type CommandContext } from './with-core.ts'

interface ReExtractOptions {
  readonly element?: string
  readonly version?: number
}

/** `re-extract UID [--element CSS]`: reads the original anew, with a part of the page that a person names. */
export function addReExtract(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('re-extract')
    .description('read the original of an article anew; highlights find their place on the new text')
    .argument('<uid>', 'of the article', parseUid)
    .option('--element <css>', 'the part of the page that is the article (default: it is looked for)')
    .option('--version <number>', 'of this version (default: the current one)', parseCount)
    .action(async (uid: string, options: ReExtractOptions, command: Command) => {
      onExit(await withCore(command, (context) => reExtract(context, uid as ArticleUid, options)))
    })
}

async function reExtract(
  { core, output }: CommandContext,
  uid: ArticleUid,
  { element = null, version = null }: { readonly element?: string | null; readonly version?: number | null },
): Promise<ExitStatus> {
  const chosen = await core.client.request('article.choose-element', { uid, version, selector: element })
  if (!chosen.ok) return output.failure(chosen.error)
  const { words, placed, orphans } = chosen.value
  if (output.json) output.value(chosen.value)
  else output.line(`version ${chosen.value.version}: ${words} words; highlights: ${placed} placed, ${orphans} orphans`)
  return EXIT.done
}
