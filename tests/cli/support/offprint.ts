import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { environmentAt } from '../../../scripts/environment-at.ts'

const PROGRAM = join(import.meta.dirname, '../../../out/main/cli.js')

/** How a run of the program ended. */
export interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly bytes: Buffer
  readonly stdout: string
  readonly stderr: string
}

/** A run that is under way. */
export interface Running {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>
  readonly ended: Promise<Ended>
}

/** How to run it. */
export interface RunOptions {
  readonly args: readonly string[]
  /** Folder for everything the program would keep in the person's home. */
  readonly home: string
  /** Given on standard input, then closed; null leaves it open. */
  readonly stdin?: string | Uint8Array | null
  /** The Node to run it; default: the one that runs the tests. */
  readonly node?: string
}

/** Starts the built program, its settings and state in a folder of the test's. */
export function startOffprint({ args, home, stdin = '', node = process.execPath }: RunOptions): Running {
  if (!existsSync(PROGRAM)) throw new Error('the program is not built: "npm run build" first')
  const child = spawn(node, [PROGRAM, ...args], {
    cwd: home,
    env: environmentAt(home),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => err.push(bytes))
  // A program that ends without reading its input is no failure of the test's.
  child.stdin.on('error', () => undefined)
  if (stdin !== null) child.stdin.end(stdin)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => {
      const bytes = Buffer.concat(out)
      resolve({ status, signal, bytes, stdout: bytes.toString(), stderr: Buffer.concat(err).toString() })
    })
  })
  return { process: child, ended }
}
