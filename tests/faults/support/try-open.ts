/** `node try-open.ts FILE`: prints, as JSON, how the writer's and the reader's door answer: `ok`, or the error's code. */
import { openArchive } from '../../../src/main/storage/open-archive.ts'
import { openReader } from '../../../src/main/storage/open-reader.ts'
import { countingUids, stillClock } from '../../support/still-clock.ts'

const [file = '', create = ''] = process.argv.slice(2)
const opened = openArchive({ file, create: create === 'create', clock: stillClock, newUid: countingUids() })
const reader = openReader(file)
process.stdout.write(JSON.stringify([opened, reader].map((result) => (result.ok ? 'ok' : result.error.code))))
for (const result of [opened, reader]) if (result.ok) result.value.close()
