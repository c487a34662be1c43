import type { Command } from 'commander'
import { appError } from '../../shared/app-error.ts'
import type { VersionSummary } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { parseCount, parseUid } from './arguments.ts'
import { comparisonLines } from './comparison-lines.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { withCore, type CommandContext } from './with-core.ts'

interface Compared {
  readonly from: number | undefined
  readonly to: number | undefined
}

/** As commander gives them: the arguments, then the options (of which there are none) and the command. */
type DiffArguments = [uid: string, from: number | undefined, to: number | undefined, options: unknown, command: Command]

/** `diff UID [A B]`: what changed from one version of an article to another. */
export function addDiff(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('diff')
    .description('what changed between two versions of an article: words, paragraphs, and what moved')
    .argument('<uid>', 'of the article', parseUid)
    .argument('[from]', 'number of the older version (default: the one before the newest)', parseCount)
    .argument('[to]', 'number of the newer version (default: the newest)', parseCount)
    .action(async (...given: DiffArguments) => {
      const [uid, from, to, , command] = given
      onExit(await withCore(command, (context) => diff(context, uid as ArticleUid, { from, to })))
    })
}

async function diff({ core, output }: CommandContext, uid: ArticleUid, wanted: Compared): Promise<ExitStatus> {
  const found = await core.client.request('article.get', { uid, version: null })
  if (!found.ok) return output.failure(found.error)
  const numbers = numbersOf(found.value.versions, wanted)
  if (numbers === null) return output.failure(appError('archive/version-not-found', { uid, version: 2 }))
  const compared = await core.client.request('article.compare', { uid, ...numbers })
  if (!compared.ok) return output.failure(compared.error)
  if (output.json) output.value({ uid, ...compared.value })
  else for (const line of comparisonLines(compared.value)) output.line(line)
  return EXIT.done
}

/** The newest version and the one before it, unless they are named; null when there is only one. */
function numbersOf(
  versions: readonly VersionSummary[],
  { from, to }: Compared,
): { readonly from: number; readonly to: number } | null {
  const newest = to ?? versions.at(-1)?.number
  const before = from ?? versions.findLast(({ number }) => newest !== undefined && number < newest)?.number
  return newest === undefined || before === undefined ? null : { from: before, to: newest }
}
