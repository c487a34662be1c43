import type { Command } from 'commander'
import { HIGHLIGHT_COLORS, type HighlightColor } from '../../shared/model/annotation.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { parseChoice, parseUid } from './arguments.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { printable } from './output.ts'
import { withCore, type CommandContext } from './with-core.ts'

interface HighlightOptions {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly color: HighlightColor
  readonly note?: string
  readonly tag: readonly string[]
}

/** `highlight UID --quote Q`: adds a highlight anchored by its quote. */
export function addHighlightCommand(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('highlight')
    .description('highlight a passage by its words')
    .argument('<uid>', 'of the article', parseUid)
    .requiredOption('--quote <text>', 'the passage')
    .option('--prefix <text>', 'what stands before it, when it stands several times', '')
    .option('--suffix <text>', 'what stands after it', '')
    .option('--color <pen>', HIGHLIGHT_COLORS.join(', '), parseChoice(HIGHLIGHT_COLORS), 'yellow')
    .option('--note <text>', 'a note in Markdown')
    .option('--tag <tag>', 'a tag (repeatable)', (tag: string, all: string[]) => [...all, tag], [])
    .action(async (uid: string, options: HighlightOptions, command: Command) => {
      onExit(await withCore(command, (context) => highlight(context, uid as ArticleUid, options)))
    })
}

async function highlight(
  { core, output }: CommandContext,
  article: ArticleUid,
  options: HighlightOptions,
): Promise<ExitStatus> {
  const { quote, prefix, suffix, color, note, tag } = options
  const wanted = { article, quote, prefix, suffix, color, note: note ?? null, tags: tag, place: null }
  const made = await core.client.request('annotation.highlight', wanted)
  if (!made.ok) return output.failure(made.error)
  const { tags, anchors, uid } = made.value
  const anchor = anchors[0]
  if (output.json) output.value(made.value)
  else
    output.line(
      `${uid}  ${anchor?.start ?? '?'}–${anchor?.end ?? '?'} ${color} “${printable(quote)}” ${printable(tags.join(' '))}`,
    )
  return EXIT.done
}
