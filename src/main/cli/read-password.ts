import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Command } from 'commander'

/** How a password is given: asked for, or as the first line of a file. As an argument it would stay in the shell's history. */
export interface PasswordOptions {
  readonly askPassword?: boolean
  readonly passwordFile?: string
}

/** The password that locked ZIPs open by; undefined when none was offered. Refused as wrong arguments are when there is none to be read. */
export async function readPassword(command: Command, options: PasswordOptions): Promise<string | undefined> {
  const { askPassword, passwordFile } = options
  if (askPassword !== true && passwordFile === undefined) return undefined
  const password = passwordFile === undefined ? await ask(command) : readFirstLine(command, passwordFile)
  if (password === '') command.error('error: the password is empty')
  return password
}

function readFirstLine(command: Command, file: string): string {
  try {
    return /^[^\r\n]*/.exec(readFileSync(file, 'utf8'))?.[0] ?? ''
  } catch {
    command.error('error: the file with the password cannot be read')
  }
}

/** Asks without showing what is typed. */
async function ask(command: Command): Promise<string> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    command.error('error: nobody can be asked here; use --password-file')
  }
  process.stderr.write('Password of the archive: ')
  const nowhere = new Writable({
    write: (_piece, _encoding, done) => {
      done()
    },
  })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await terminal.question('')
  } catch {
    // Ctrl+C or Ctrl+D at the question.
    return ''
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
