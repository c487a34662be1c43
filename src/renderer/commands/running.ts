import { onActivated, onBeforeUnmount, onDeactivated, onMounted, shallowReactive } from 'vue'
import { isCommandId, type CommandId } from './command-list.ts'

/** What a command does where it is provided. */
export interface CommandRun {
  readonly run: () => void
  /** Whether it can be done now; a command that cannot is passed to whoever provided it before. */
  readonly can?: () => boolean
}

/** What a view or component provides while it is mounted. */
export type ProvidedCommands = Readonly<Partial<Record<CommandId, CommandRun | (() => void)>>>

/** Newest first: what is nearest to the person wins. */
const provided = shallowReactive<{ list: readonly ProvidedCommands[] }>({ list: [] })

/** Provides commands while the component is mounted. */
export function provideCommands(commands: ProvidedCommands): void {
  const add = (): void => {
    provided.list = [commands, ...provided.list.filter((one) => one !== commands)]
  }
  const remove = (): void => {
    provided.list = provided.list.filter((one) => one !== commands)
  }
  onMounted(add)
  onActivated(add)
  onDeactivated(remove)
  onBeforeUnmount(remove)
}

/** Whether someone provides the command and it can be done now; reactive. */
export function canRun(id: CommandId): boolean {
  return find(id) !== undefined
}

/** Does it; false when nobody can at the moment. */
export function runCommand(id: CommandId): boolean {
  const found = find(id)
  found?.run()
  return found !== undefined
}

/** Does the command that a line of a menu stands for; anything else is no command. */
export function runChosen(id: string): void {
  if (isCommandId(id)) runCommand(id)
}

function find(id: CommandId): CommandRun | undefined {
  for (const commands of provided.list) {
    const one = commands[id]
    const found = typeof one === 'function' ? { run: one } : one
    if (found !== undefined && (found.can?.() ?? true)) return found
  }
  return undefined
}
