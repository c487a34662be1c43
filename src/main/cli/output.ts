import type { AppError } from '../../shared/app-error.ts'
import { describeError } from '../../shared/describe-error.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'

/** Where a command writes: results to standard output, progress and messages to standard error. */
export interface Output {
  /** Whether JSON is wanted instead of words. */
  readonly json: boolean
  /** One line of results. */
  readonly line: (text: string) => void
  /** One JSON value on a line of its own. */
  readonly value: (value: unknown) => void
  /** A message for the person at the terminal. */
  readonly message: (text: string) => void
  /** Shows where long work is, on a terminal only; each call replaces the last. */
  readonly progress: (text: string) => void
  /** Says what happened, what it means and what to do, and answers the exit status for it. */
  readonly failure: (error: AppError, status?: ExitStatus) => ExitStatus
}

/** Makes the output of one command. */
export function createOutput(json: boolean): Output {
  const { stdout, stderr } = process
  let isProgressShown = false

  function clearProgress(): void {
    if (isProgressShown) stderr.write('\r\u001B[K')
    isProgressShown = false
  }

  function line(text: string): void {
    clearProgress()
    stdout.write(`${text}\n`)
  }

  return {
    json,
    line,
    value: (value) => {
      line(printableJson(value))
    },
    message: (text) => {
      clearProgress()
      stderr.write(`${text}\n`)
    },
    progress: (text) => {
      if (!stderr.isTTY) return
      stderr.write(`\r\u001B[K${printable(text).slice(0, Math.max(20, stderr.columns - 1))}`)
      isProgressShown = true
    },
    failure: (error, status = EXIT.failed) => {
      clearProgress()
      const message = describeError(error)
      if (json) stderr.write(`${printableJson({ error: { ...error, ...message } })}\n`)
      else stderr.write(`${printable(message.what)}\n${message.means}\n${printable(message.todo)}\n`)
      return status
    },
  }
}

/** Characters that a terminal obeys instead of showing them: controls, and what turns the direction of text around. */
const COMMANDS_TO_TERMINALS = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g

/** JSON that says the same to a program; what a terminal would obey and JSON leaves as it is stands escaped. */
function printableJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    COMMANDS_TO_TERMINALS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * Text of an article, safe to print: control characters (which could move the cursor or change the terminal) are shown
 * as the replacement character, line ends and tabs as spaces.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\t\n\r]+/g, ' ').replaceAll(COMMANDS_TO_TERMINALS, '\uFFFD')
}
