import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startOffprint, type Ended } from '../../cli/support/offprint.ts'
import { startHost, type RunningHost } from '../../../scripts/running-host.ts'

/** The built program with a temporary home of its own, as one person has it on one computer. */
export interface Program {
  /** Stands for the person's home folder. */
  readonly home: string
  /** The archive all commands and the window work on. */
  readonly archive: string
  /** Runs a command of the command line on the archive; throws when it could not be done (items may fail). */
  readonly run: (...args: readonly string[]) => Promise<Ended>
  /** Writes a file below the home folder; answers its path. */
  readonly file: (name: string, content: string | Uint8Array) => string
  /** The running window's host, started when it is not. */
  readonly host: () => Promise<RunningHost>
  /** Ends the host in order, and whatever else runs on this home; the next `host` starts it anew. */
  readonly stop: () => Promise<void>
  /** Something that runs on this home and ends with it. */
  readonly endWith: (end: () => Promise<void>) => void
}

/** Makes one in an empty folder; nothing is started and no archive made. */
export function aProgram(home: string): Program {
  const archive = join(home, 'Documents', 'Offprint', 'Archive.offprint')
  let running: Promise<RunningHost> | null = null
  let ends: (() => Promise<void>)[] = []
  return {
    home,
    archive,
    run: async (...args) => {
      mkdirSync(dirname(archive), { recursive: true })
      const ended = await startOffprint({ args: ['--archive', archive, ...args], home }).ended
      if (ended.status === 0 || ended.status === 1) return ended
      throw new Error(`offprint ${args.join(' ')} ended with ${String(ended.status)}:\n${ended.stdout}${ended.stderr}`)
    },
    file: (name, content) => {
      const path = join(home, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    host: () => (running ??= startHost({ home, archive: null })),
    stop: async () => {
      const host = await running
      running = null
      await host?.stop()
      const others = ends
      ends = []
      await Promise.all(others.map((end) => end()))
    },
    endWith: (end) => {
      ends.push(end)
    },
  }
}
