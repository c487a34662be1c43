import { theHost } from './api.ts'
import { commandOf, type CommandId } from './commands/command-list.ts'
import { showKeys } from './commands/show-keys.ts'

/** The keys of a command as this computer's keyboard has them, for caps and tooltips; undefined when it has none. */
export function keysOf(id: CommandId): string | undefined {
  const [keys] = commandOf(id).keys
  return keys === undefined ? undefined : showKeys(keys, theHost().capabilities.platform)
}
