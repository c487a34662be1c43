/**
 * A writer of its own: `node fill.ts FILE FIRST COUNT BATCH` adds articles FIRST … FIRST + COUNT - 1 in transactions of
 * BATCH, and prints each number once it is committed.
 */
import { openArchive } from '../../../src/main/storage/open-archive.ts'
import { fillArchive } from '../../support/filled-archive.ts'
import { countingUids, stillClock } from '../../support/still-clock.ts'
import { valueOf } from '../../support/value-of.ts'

const [file = '', first = '0', count = '0', batch = '1'] = process.argv.slice(2)
const archive = valueOf(openArchive({ file, create: true, clock: stillClock, newUid: countingUids() }))
for (let number = Number(first); number < Number(first) + Number(count); number += Number(batch)) {
  fillArchive(archive, Number(batch), number)
  process.stdout.write(`${String(number)}\n`)
}
archive.close()
