import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { STANDARD_CORPUS } from '../../bench/corpus/corpus-options.ts'
import { generateCorpus } from '../../bench/corpus/generate-corpus.ts'
import { writeJsonLines } from '../../bench/corpus/write-corpus.ts'
import { aCommandLine, oneOf, parseLines, type CommandLine } from './support/a-command-line.ts'

const ARTICLES = 3000

/** Waits until the import that runs has something in, seen from outside. */
async function waitForArticles(line: CommandLine, atLeast: number): Promise<void> {
  for (;;) {
    await setTimeout(50)
    const ended = await line.run('--json', 'stats')
    if (ended.status !== 0) continue
    const { articles } = JSON.parse(ended.stdout) as { readonly articles: number }
    if (articles >= atLeast) return
  }
}

describe.skipIf(process.platform === 'win32')('Ctrl+C during an import', () => {
  it('ends with status 130, keeps what is in, says how to go on; --resume adds the rest', async () => {
    const line = aCommandLine()
    const file = join(line.folder, 'corpus.jsonl')
    await writeJsonLines(file, generateCorpus({ ...STANDARD_CORPUS, articles: ARTICLES, words: 120 }))
    const running = line.start('--json', 'import', file)
    await waitForArticles(line, 1)
    running.process.kill('SIGINT')
    const ended = await running.ended
    expect(ended.status).toBe(130)
    expect(ended.stderr).toContain('Stopping; what is done is kept')
    const report = oneOf(parseLines('import', ended.stdout))
    expect(report.cancelled).toBe(true)
    expect(report.added).toBeLessThan(ARTICLES)
    expect(await line.json('stats', 'stats')).toMatchObject({ articles: report.added })
    expect(await line.json('verify', 'verify')).toMatchObject({ damaged: [] })

    const rest = await line.json('import', 'import', '--resume')
    expect(rest).toMatchObject({ read: ARTICLES, already: report.added, added: ARTICLES - report.added, failed: 0 })
    expect(await line.lines('gesture', 'undo', '--list')).toHaveLength(1)
    expect((await line.run('import', '--resume')).status).toBe(2)
  })

  it('ends a program that waits for its input', async () => {
    const line = aCommandLine()
    const running = line.start('import', '-')
    for (;;) {
      await setTimeout(50)
      if ((await line.run('stats')).status === 0) break
    }
    await setTimeout(300)
    running.process.kill('SIGINT')
    expect(await running.ended).toMatchObject({ status: 130 })
  })
})
