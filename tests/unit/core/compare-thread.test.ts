import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { compareInThread } from '../../../src/main/core/compare-thread.ts'
import { compareTexts } from '../../../src/shared/text/compare-texts.ts'

const ENTRY = join(import.meta.dirname, '../../../src/main/compare-worker.ts')
const text = (of: (at: number) => string): string => Array.from({ length: 60 }, (_, at) => of(at)).join('\n\n')

it('texts are compared in a thread as they are here, while this one goes on with other work', async () => {
  const from = text((at) => `Paragraph ${String(at)} tells of wind and water and of the people who wrote it down.`)
  const to = text((at) => `Paragraph ${String(59 - at)} tells of wind and ice and of the people who wrote it down.`)
  let turns = 0
  const compared = compareInThread(ENTRY)(from, to)
  const state = { isDone: false }
  void compared.then(() => (state.isDone = true))
  while (!state.isDone) {
    turns++
    await setImmediate()
  }
  expect(await compared).toEqual(compareTexts(from, to))
  expect(turns).toBeGreaterThan(10)
})

it('a thread that cannot begin is an error, not a wait for ever', async () => {
  await expect(compareInThread(`${ENTRY}.missing`)('a', 'b')).rejects.toThrow()
})
