import type { Command } from 'commander'
import { READING_STATES, type ReadingState } from '../../shared/model/article.ts'
import type { AnnotationUid, ArticleUid } from '../../shared/model/identity.ts'
import { OVERRIDE_FIELDS, type OverrideField } from '../../shared/model/override.ts'
import { parseChoice, parseUid } from './arguments.ts'
import type { ExitStatus } from './exit-status.ts'
import { change } from './change.ts'

type CorrectArguments = [
  uid: string,
  field: OverrideField,
  value: string | undefined,
  options: object,
  command: Command,
]

interface MarkOptions {
  readonly star?: true
  readonly unstar?: true
  readonly state?: ReadingState
}

interface RemoveOption {
  readonly remove?: boolean
}

type OnExit = (status: ExitStatus) => void

/** `tag`, `collect`, `mark`, `note`, `unhighlight`, `correct`: what keeps an archive in order; each is one undoable gesture. */
export function addOrganise(program: Command, onExit: OnExit): void {
  addTag(program, onExit)
  addCollect(program, onExit)
  addMark(program, onExit)
  addNotes(program, onExit)
  addCorrect(program, onExit)
}

function addTag(program: Command, onExit: OnExit): void {
  program
    .command('tag')
    .description('give articles a tag')
    .argument('<tag>')
    .argument('<uids...>')
    .option('--remove', 'take the tag from them instead')
    .action(async (tag: string, uids: string[], options: RemoveOption, command: Command) => {
      onExit(
        await change(command, 'article.tag', { articles: articleUids(uids), tag, present: options.remove !== true }),
      )
    })
}

function addCollect(program: Command, onExit: OnExit): void {
  program
    .command('collect')
    .description('put articles into a collection, made when missing')
    .argument('<path>', 'such as Work/War')
    .argument('<uids...>')
    .option('--remove', 'take them out of it instead')
    .action(async (path: string, uids: string[], options: RemoveOption, command: Command) => {
      const input = { articles: articleUids(uids), path: path.split('/'), present: options.remove !== true }
      onExit(await change(command, 'article.collect', input))
    })
}

function addMark(program: Command, onExit: OnExit): void {
  program
    .command('mark')
    .description('star articles, or say how far you have read')
    .argument('<uids...>')
    .option('--star', 'star them')
    .option('--unstar', 'take the star away')
    .option('--state <state>', READING_STATES.join(', '), parseChoice(READING_STATES))
    .action(async (uids: string[], { star, unstar, state }: MarkOptions, command: Command) => {
      if (star === unstar && state === undefined) command.error('error: say --star, --unstar or --state')
      const starred = star === unstar ? null : star === true
      onExit(await change(command, 'article.mark', { articles: articleUids(uids), state: state ?? null, starred }))
    })
}

function addNotes(program: Command, onExit: OnExit): void {
  program
    .command('note')
    .description('write a note on a whole article')
    .argument('<uid>', 'of the article', parseUid)
    .argument('<text>', 'in Markdown')
    .action(async (uid: string, note: string, _options: object, command: Command) => {
      onExit(await change(command, 'annotation.note', { article: uid as ArticleUid, note }))
    })
  program
    .command('unhighlight')
    .description('delete highlights or notes; "undo" brings them back with tags and places')
    .argument('<uids...>', 'of the highlights or notes, as "show" lists them')
    .action(async (uids: string[], _options: object, command: Command) => {
      onExit(await change(command, 'annotation.delete', { uids: uids.map(parseUid) as AnnotationUid[] }))
    })
}

function addCorrect(program: Command, onExit: OnExit): void {
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

function articleUids(uids: readonly string[]): readonly ArticleUid[] {
  return uids.map(parseUid) as ArticleUid[]
}
