import type { Command } from 'commander'
import type { GestureSummary } from '../../shared/model/gesture.ts'
import type { GestureUid } from '../../shared/model/identity.ts'
import { parseUid } from './arguments.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { withCore, type CommandContext } from './with-core.ts'

/** `undo [GESTURE] [--list]`: takes a gesture back, the last one when none is named. */
export function addUndo(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('undo')
    .description('take the last change back (an import goes to the Trash as a whole)')
    .argument('[gesture]', 'what to take back instead, as --list or the JSON answer of what did it names it', parseUid)
    .option('--list', 'say what could be taken back, newest first')
    .action(async (gesture: string | undefined, options: { readonly list?: boolean }, command: Command) => {
      if (options.list === true && gesture !== undefined) command.error('error: name a gesture or say --list, not both')
      const run = options.list === true ? listGestures : (context: CommandContext) => undo(context, gesture)
      onExit(await withCore(command, run))
    })
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  import: 'import',
  article: 'state, star or Trash',
  override: 'corrected fact',
  annotation: 'highlight or note',
  'article-tag': 'tag',
  'annotation-tag': 'tag of a highlight',
  'article-collection': 'collection',
  collection: 'collection',
  tag: 'tag',
  'saved-search': 'saved search',
  'current-version': 'version that is shown',
  'chosen-element': 'article of a page',
  'pen-name': 'name of a pen',
  'near-duplicate': 'decision on near duplicates',
}

async function listGestures({ core, output }: CommandContext): Promise<ExitStatus> {
  const listed = await core.client.request('gesture.list', { limit: 100 })
  if (!listed.ok) return output.failure(listed.error)
  for (const gesture of listed.value) {
    if (output.json) output.value(gesture)
    else output.line(`${gesture.gesture}  ${gesture.at}  ${inWords(gesture)} (${gesture.actor})`)
  }
  return EXIT.done
}

async function undo({ core, output }: CommandContext, named: string | undefined): Promise<ExitStatus> {
  const gesture = (named ?? null) as GestureUid | null
  const undone = await core.client.request('gesture.undo', { gesture })
  if (!undone.ok) return output.failure(undone.error)
  if (output.json) output.value(undone.value)
  else output.line(`Taken back: ${inWords(undone.value)} of ${undone.value.at}`)
  return EXIT.done
}

function inWords({ kinds, changes }: Pick<GestureSummary, 'kinds' | 'changes'>): string {
  const words = [...new Set(kinds.map((kind) => KIND_WORDS[kind] ?? kind))].join(', ')
  return changes > 1 ? `${words}, ${changes} changes` : words
}
