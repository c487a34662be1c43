import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyFile } from '../../../src/main/core/verify-file.ts'
import { verifyInThread } from '../../../src/main/core/verify-thread.ts'
import { anArchive } from '../../support/an-archive.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const ENTRY = join(import.meta.dirname, '../../../src/main/verify-worker.ts')

function aFilledFile(): string {
  const { addText, connection } = anArchive()
  for (const town of ['Bergen', 'Cádiz', 'Delft']) addText(`${town}\n\nThe harbour of ${town} froze over in January.`)
  return connection.file
}

it('an archive is checked in a thread, with progress', async () => {
  const told: number[] = []
  const onProgress = (done: number): unknown => told.push(done)
  const report = await verifyInThread(ENTRY, aFilledFile(), { signal: new AbortController().signal, onProgress })
  expect(valueOf(report)).toMatchObject({ damaged: [], checked: { articles: 3 } })
  expect(told.length).toBeGreaterThan(0)
})

it('a check that is asked to stop ends its own thread, before it begins as well as in the middle', async () => {
  const early = new AbortController()
  early.abort()
  const middle = new AbortController()
  const onProgress = (): void => {
    middle.abort()
  }
  const file = aFilledFile()
  for (const { signal } of [early, middle]) {
    const report = await verifyInThread(ENTRY, file, { signal, onProgress })
    // Three articles may be checked before the wish to stop arrives.
    if (signal === early.signal || !report.ok) expect(errorOf(report).code).toBe('job/cancelled')
  }
})

it('the walk stops between any two of its items, those of the index among them', () => {
  const file = aFilledFile()
  let asked = 0
  valueOf(
    verifyFile(
      file,
      () => undefined,
      () => asked++ < 0,
    ),
  )
  const steps = asked
  expect(steps).toBeGreaterThan(25)
  for (let last = 1; last < steps; last++) {
    let left = last
    const report = verifyFile(
      file,
      () => undefined,
      () => --left < 0,
    )
    expect(errorOf(report).code).toBe('job/cancelled')
  }
})
