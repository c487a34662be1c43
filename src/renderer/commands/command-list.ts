import type { ParsedKeys } from './parse-keys.ts'
import { parseKeys } from './parse-keys.ts'

/** Groups of the palette and of the keyboard help, in their order. */
export const COMMAND_GROUPS = ['go', 'list', 'article', 'marks', 'reading', 'window'] as const
/** One of the groups. */
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/**
 * A row of THE list: id (its words are `commands.ID`), group, keys. `Mod` is Cmd on a Mac and Ctrl elsewhere; two keys
 * with a space are pressed one after the other. The first way is the one shown.
 */
const ROWS = [
  ['palette', 'window', 'Mod+K', 'Shift+Mod+P'],
  ['search', 'go', 'Mod+F'],
  ['goLibrary', 'go', 'G L'],
  ['goUnread', 'go', 'G U'],
  ['goStarred', 'go', 'G S'],
  ['goNotes', 'go', 'G N'],
  ['goTrash', 'go', 'G T'],
  ['back', 'go', 'Escape', 'Mod+['],
  ['forward', 'go', 'Mod+]'],
  ['import', 'window', 'Shift+Mod+I'],
  ['export', 'article', 'Mod+E'],
  ['printPdf', 'article', 'Mod+P'],
  ['nextArticle', 'list', 'J'],
  ['previousArticle', 'list', 'K'],
  ['open', 'list', 'Enter'],
  ['pageDown', 'list', 'Space'],
  ['selectAll', 'list', 'Mod+A'],
  ['star', 'article', 'S'],
  ['markRead', 'article', 'U'],
  ['tag', 'article', 'T'],
  ['collect', 'article', 'L'],
  ['trash', 'article', 'Backspace', 'Delete'],
  ['details', 'article', 'I'],
  ['original', 'article', 'O'],
  ['versions', 'article'],
  ['element', 'article'],
  ['encoding', 'article'],
  ['pen1', 'marks', '1'],
  ['pen2', 'marks', '2'],
  ['pen3', 'marks', '3'],
  ['pen4', 'marks', '4'],
  ['pen5', 'marks', '5'],
  ['note', 'marks', 'N'],
  ['copyQuote', 'marks', 'Shift+Mod+C'],
  ['nextHighlight', 'marks', 'Shift+J'],
  ['previousHighlight', 'marks', 'Shift+K'],
  ['caret', 'marks', 'F7'],
  ['marginNotes', 'reading', 'M'],
  ['textLarger', 'reading', 'Mod+=', 'Mod++', 'Shift+Mod++'],
  ['textSmaller', 'reading', 'Mod+-'],
  ['textReset', 'reading', 'Mod+0'],
  ['undo', 'window', 'Mod+Z'],
  ['sidebar', 'window', 'Mod+\\'],
  ['nextPane', 'window', 'F6'],
  ['previousPane', 'window', 'Shift+F6'],
  ['newCollection', 'window'],
  ['nearDuplicates', 'window'],
  ['openArchive', 'window'],
  ['settings', 'window', 'Mod+,'],
  ['keyboard', 'window', '?'],
  ['checkForUpdates', 'window'],
  ['themeLight', 'window'],
  ['themeSepia', 'window'],
  ['themeDark', 'window'],
  ['themeSystem', 'window'],
] as const satisfies readonly (readonly [id: string, group: CommandGroup, ...keys: string[]])[]

/** Names a command; its words are `commands.ID`. */
export type CommandId = (typeof ROWS)[number][0]

/** Something a person can have done: by key, from the palette, by a button. */
export interface Command {
  readonly id: CommandId
  readonly group: CommandGroup
  /** Ways to press it, the one to show first. */
  readonly keys: readonly ParsedKeys[]
}

/** THE list of commands, which keymap, palette and keyboard help read. */
export const COMMANDS: readonly Command[] = ROWS.map(([id, group, ...keys]) => ({
  id,
  group,
  keys: keys.map(parseKeys),
}))

/** A command by its id. */
export function commandOf(id: CommandId): Command {
  const found = COMMANDS.find((command) => command.id === id)
  if (found === undefined) throw new Error(`no command ${id}`)
  return found
}

/** Whether a text is the id of a command. */
export function isCommandId(text: string): text is CommandId {
  return COMMANDS.some(({ id }) => id === text)
}
