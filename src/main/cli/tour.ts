import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { PARSE_WORKER } from './built-files.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { createOutput } from './output.ts'
import { TOUR_FOLDER } from '../core/resource-folders.ts'
import { searchByHand } from './tour-search.ts'
import { TOUR_STEPS, type TourWalk } from './tour-steps.ts'

/** `tour`: Offprint in six steps on a built-in sample, in an archive of its own that goes when the tour ends. */
export function addTour(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('tour')
    .description('a look around with a built-in sample; touches none of your archives')
    .action(async () => {
      onExit(await tour())
    })
}

async function tour(): Promise<ExitStatus> {
  const output = createOutput(false)
  const folder = mkdtempSync(join(tmpdir(), 'offprint-tour-'))
  const file = join(folder, 'Tour.offprint')
  const { openCore } = await import('../core.ts')
  const core = openCore({ file, create: true, actor: 'cli', parseWorker: PARSE_WORKER, warn: output.message })
  if (!core.ok) return output.failure(core.error)
  const ask = createInterface({ input: process.stdin, output: process.stdout })
  const isInteractive = process.stdin.isTTY && process.stdout.isTTY
  const walk: TourWalk = { core: core.value, output, folder, sample: TOUR_FOLDER }
  try {
    output.line('Offprint keeps articles in one file, finds them again, and keeps what you mark in them.')
    for (const [index, step] of TOUR_STEPS.entries()) {
      output.line(`\n${index + 1}. ${step.title}`)
      output.line(`   $ offprint ${step.command}\n`)
      const done = await step.run(walk)
      if (!done.ok) return output.failure(done.error)
      if (isInteractive) await ask.question('\n[Enter] to go on ')
    }
    if (isInteractive) await searchByHand(walk, (prompt) => ask.question(prompt))
    output.line('\nYour own articles: npm run -s offprint -- import FOLDER')
    output.line('Everything else:   npm run -s offprint -- --help')
    return EXIT.done
  } catch (error) {
    // Ctrl+C at a question: the person has seen enough.
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error
    output.line('')
    return EXIT.interrupted
  } finally {
    ask.close()
    await core.value.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
