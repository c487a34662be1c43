import { mkdirSync } from 'node:fs'
import { valueOf } from '../../support/value-of.ts'
import { enterHost } from './host-connection.ts'
import type { Program } from './program.ts'

/** Brings the built-in sample into a new archive, over a pipe of its own instead of a window. */
export async function makeSample(program: Program): Promise<void> {
  mkdirSync(program.home, { recursive: true })
  const { client, runJob, close } = await enterHost((await program.host()).url())
  const { file } = valueOf(await client.request('host.archive', {}))
  valueOf(await client.request('host.openArchive', { file, create: true }))
  await runJob('import.sample', {})
  await close()
}
