import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { environmentAt } from './environment-at.ts'

const PROGRAM = join(import.meta.dirname, '../out/main/cli.js')
/** How long the host may take to print its address, in milliseconds; a loaded machine included. */
const START = 60_000
/** How long it may take to close its archive and end. */
const STOP = 30_000

/** The built program serving its window. */
export interface RunningHost {
  /** The address that opens a window, once, as last printed. */
  readonly url: () => string
  /** Beginning of every address: `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** Everything it has printed so far. */
  readonly output: () => string
  /** Asks it to end as Ctrl+C does, and waits; throws when it does not end in order. */
  readonly stop: () => Promise<void>
  /** Ends it without a word, as a power cut would. */
  readonly kill: () => Promise<void>
}

/** Where a host keeps what it keeps. */
export interface HostPlace {
  /** Stands for the person's home folder. */
  readonly home: string
  /** Null = the one a person would get without naming any. */
  readonly archive: string | null
}

/** Starts `offprint serve --no-open` and waits for its address. */
export async function startHost({ home, archive }: HostPlace): Promise<RunningHost> {
  if (!existsSync(PROGRAM)) throw new Error('the program is not built: "node scripts/build.mjs" first')
  const named = archive === null ? [] : ['--archive', archive]
  const child = spawn(process.execPath, [PROGRAM, ...named, 'serve', '--no-open'], {
    cwd: home,
    env: environmentAt(home),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()))
  const { origin } = new URL(await addressOf(child, () => output))
  return {
    url: () => addressesIn(output).at(-1) ?? origin,
    origin,
    output: () => output,
    stop: async () => {
      const status = await end(child, 'SIGINT')
      if (status !== 0) throw new Error(`the host did not end in order (${String(status)}):\n${output}`)
    },
    kill: async () => {
      await end(child, 'SIGKILL')
    },
  }
}

async function addressOf(child: ChildProcess & { readonly stdout: Readable }, output: () => string): Promise<string> {
  // A bench measures how long this takes: what is printed is seen at once.
  let printed: () => void = () => undefined
  child.stdout.on('data', () => {
    printed()
  })
  const started = Date.now()
  for (;;) {
    const [url] = addressesIn(output())
    if (url !== undefined) return url
    if (child.exitCode !== null) throw new Error(`the host ended before it served:\n${output()}`)
    if (Date.now() - started > START) {
      child.kill('SIGKILL')
      throw new Error(`the host printed no address:\n${output()}`)
    }
    await new Promise<void>((resolve) => {
      printed = resolve
      setTimeout(resolve, 20)
    })
  }
}

/** What is printed of addresses, each once whole. */
function addressesIn(output: string): readonly string[] {
  return [...output.matchAll(/(http:\/\/127\.0\.0\.1:\d+\/[^\s"]*)[\s"]/g)].map(([, url = '']) => url)
}

/** Answers the exit status; null when a signal ended it. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP)
  await ended
  clearTimeout(timer)
  return child.exitCode
}
