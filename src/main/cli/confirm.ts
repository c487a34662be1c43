import type { Command } from 'commander'
import { createInterface } from 'node:readline/promises'

/** What is about to be done, and whether the person has agreed to it already (`--yes`). */
export interface Confirmation {
  /** A question that "yes" answers. */
  readonly question: string
  readonly yes: boolean
}

/**
 * Asks for a word of agreement before something that nothing takes back. Without a terminal there is nobody to ask:
 * refused as wrong arguments are, unless `--yes` was given.
 */
export async function confirm(command: Command, { question, yes }: Confirmation): Promise<boolean> {
  if (yes) return true
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    command.error('error: this cannot be undone and nobody can be asked here; add --yes to do it')
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(`${question} [y/N] `)
    return /^y(es)?$/i.test(answer.trim())
  } catch {
    // Ctrl+C or Ctrl+D at the question.
    return false
  } finally {
    terminal.close()
  }
}
