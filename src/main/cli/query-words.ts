import type { Command } from 'commander'

/**
 * Lets a command take a query as people type it: several words, also `-words` to leave out. Options are known wherever
 * they stand among the words.
 */
export function takeQueryWords(command: Command, description: string): Command {
  return command.argument('[query...]', description).allowUnknownOption()
}

/**
 * The query that the words of a command line make; undefined when there are none. What begins with two hyphens and is
 * no option is a slip of an option and is refused: a query has no such words. Words that the shell kept together by
 * quotes cannot be told from others.
 */
export function joinQueryWords(words: readonly string[], command: Command): string | undefined {
  const slip = words.find((word) => /^--\S/.test(word))
  if (slip !== undefined) {
    const known = command.options.map((option) => option.long).join(', ')
    command.error(`error: unknown option '${slip}' (${command.name()} takes ${known})`)
  }
  return words.length === 0 ? undefined : words.join(' ')
}
