import type { Command } from 'commander'
import type { RequestName, Requests } from '../../shared/ipc/contract.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { OVERRIDE_FIELDS, type OverrideField } from '../../shared/model/override.ts'
import { parseChoice, parseUid } from './arguments.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { withCore } from './with-core.ts'

type CorrectArguments = [
  uid: string,
  field: OverrideField,
  value: string | undefined,
  options: object,
  command: Command,
]

/** `tag` and `correct`: what a script needs to keep an archive in order; each is one undoable gesture. */
export function addOrganise(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('tag')
    .description('give articles a tag')
    .argument('<tag>')
    .argument('<uids...>')
    .option('--remove', 'take the tag from them instead')
    .action(async (tag: string, uids: string[], options: { readonly remove?: boolean }, command: Command) => {
      const input = { articles: uids as ArticleUid[], tag, present: options.remove !== true }
      onExit(await change(command, 'article.tag', input))
    })
  program
    .command('correct')
    .description('correct a fact of an article by hand; no rebuild touches it')
    .argument('<uid>', 'of the article', parseUid)
    .argument('<field>', OVERRIDE_FIELDS.join(', '), parseChoice(OVERRIDE_FIELDS))
    .argument('[value]', 'left out: take the correction back')
    .action(async (...given: CorrectArguments) => {
      const [uid, field, value, , command] = given
      const input = { uid: uid as ArticleUid, field, value: value ?? null, keep: value !== undefined }
      onExit(await change(command, 'article.correct', input))
    })
}

function change<Name extends RequestName>(
  command: Command,
  name: Name,
  input: Requests[Name]['input'],
): Promise<ExitStatus> {
  return withCore(command, async ({ core, output }) => {
    const done = await core.client.request(name, input)
    if (!done.ok) return output.failure(done.error)
    if (output.json) output.value(done.value)
    else output.line('Done; "undo" takes it back.')
    return EXIT.done
  })
}
