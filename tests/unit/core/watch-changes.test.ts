import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { watchChanges } from '../../../src/main/core/watch-changes.ts'
import { openArchive, type ArchiveConnection } from '../../../src/main/storage/open-archive.ts'
import { newArchive } from '../../support/new-archive.ts'
import { countingUids, stillClock } from '../../support/still-clock.ts'
import { valueOf } from '../../support/value-of.ts'

/** Writes something; a commit without a write is one, too. */
function write({ database, transact }: ArchiveConnection): void {
  transact(() => {
    database.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('x', CAST(random() AS TEXT))").run()
  })
}

function world() {
  const archive = newArchive()
  const told: number[] = []
  const watch = watchChanges(archive, () => told.push(performance.now()))
  onTestFinished(watch.close)
  return { archive, told, watch }
}

describe('changes of an archive', () => {
  it('are told once for many commits, at most four times a second, and the last one is not lost', async () => {
    const { archive, told } = world()
    expect(told).toEqual([])
    const until = performance.now() + 900
    let last = 0
    while (performance.now() < until) {
      write(archive)
      last = performance.now()
      await wait(5)
    }
    await wait(400)
    expect(told.length).toBeGreaterThanOrEqual(2)
    expect(told.length).toBeLessThanOrEqual(6)
    expect(told.at(-1)).toBeGreaterThan(last)
    const pauses = told.slice(1).map((at, index) => at - (told[index] ?? 0))
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(240)
  })

  it('are told when another connection wrote, and not without a write', async () => {
    const { archive, told } = world()
    await wait(1200)
    expect(told).toEqual([])
    const other = valueOf(
      openArchive({ file: archive.file, clock: stillClock, newUid: countingUids(), warn: () => undefined }),
    )
    onTestFinished(other.close)
    write(other)
    await wait(2500)
    expect(told).toHaveLength(1)
  })

  it('are not told any more once the watch is closed', async () => {
    const { archive, told, watch } = world()
    write(archive)
    watch.close()
    write(archive)
    await wait(400)
    expect(told).toEqual([])
  })
})
