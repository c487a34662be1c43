import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openArchive } from '../../src/main/storage/open-archive.ts'
import type { ArchiveConnection, OpenOptions } from '../../src/main/storage/open-archive.ts'
import { countingUids, stillClock } from './still-clock.ts'
import { valueOf } from './value-of.ts'
import { tempDir } from './temp-dir.ts'

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
