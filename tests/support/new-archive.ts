import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Instant, Uid } from '../../src/shared/model/identity.ts'
import type { Clock, NewUid } from '../../src/main/archive/ports/clock.ts'
import { openArchive } from '../../src/main/storage/open-archive.ts'
import type { ArchiveConnection, OpenOptions } from '../../src/main/storage/open-archive.ts'
import { valueOf } from './value-of.ts'
import { tempDir } from './temp-dir.ts'

/** A clock that stands still. */
export const stillClock: Clock = () => '2026-11-23T01:02:03.456Z' as Instant

/** Uids that count: the same in every run, and told apart at a glance. */
export function countingUids(): NewUid {
  let count = 0
  return () => `0190a000-0000-7000-8000-${String(++count).padStart(12, '0')}` as Uid
}

/** Opens or creates an archive at a path, with a still clock; it is closed when the running test ends. */
export function openAt(file: string, options: Partial<OpenOptions> = {}): ArchiveConnection {
  const opened = valueOf(openArchive({ file, create: true, clock: stillClock, newUid: countingUids(), ...options }))
  onTestFinished(() => {
    opened.close()
  })
  return opened
}

/** A new archive in a folder of its own. */
export function newArchive(): ArchiveConnection {
  return openAt(join(tempDir(), 'Archive.offprint'))
}
