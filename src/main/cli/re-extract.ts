import { InvalidArgumentError, type Command } from 'commander'
import { ENCODINGS, type EncodingName } from '../../shared/model/encodings.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { parseCount, parseUid } from './arguments.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { withCore, type CommandContext } from './with-core.ts'

/** In place of an encoding. */
const LOOKED_FOR = 'auto'

interface ReExtractOptions {
  readonly element?: string | null
  readonly version?: number | null
  readonly encoding?: EncodingName | typeof LOOKED_FOR
}

/** `re-extract UID [--element CSS] [--encoding NAME]`: reads the original anew, as a person says it is to be read. */
export function addReExtract(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('re-extract')
    .description('read the original of an article anew; highlights find their place on the new text')
    .argument('<uid>', 'of the article', parseUid)
    .option('--element <css>', 'the part of the page that is the article (default: it is looked for)')
    .option(
      '--encoding <name>',
      'the encoding of its letters instead, such as windows-1251; "auto" looks for it',
      parseEncoding,
    )
    .option('--version <number>', 'of this version (default: the current one)', parseCount)
    .action(async (uid: string, options: ReExtractOptions, command: Command) => {
      if (options.element !== undefined && options.encoding !== undefined) {
        command.error('error: choose one at a time, --element or --encoding')
      }
      onExit(await withCore(command, (context) => reExtract(context, uid as ArticleUid, options)))
    })
}

async function reExtract(
  { core, output }: CommandContext,
  uid: ArticleUid,
  { element = null, version = null, encoding }: ReExtractOptions,
): Promise<ExitStatus> {
  const chosen =
    encoding === undefined
      ? await core.client.request('article.choose-element', { uid, version, selector: element })
      : await core.client.request('article.choose-encoding', {
          uid,
          version,
          encoding: encoding === LOOKED_FOR ? null : encoding,
        })
  if (!chosen.ok) return output.failure(chosen.error)
  const { words, placed, orphans } = chosen.value
  if (output.json) output.value(chosen.value)
  else output.line(`version ${chosen.value.version}: ${words} words; highlights: ${placed} placed, ${orphans} orphans`)
  return EXIT.done
}

function parseEncoding(name: string): EncodingName | typeof LOOKED_FOR {
  if (name === LOOKED_FOR) return LOOKED_FOR
  const known = ENCODINGS.find((one) => one === name.toLowerCase())
  if (known === undefined) throw new InvalidArgumentError(`one of ${ENCODINGS.join(', ')}, ${LOOKED_FOR}`)
  return known
}
