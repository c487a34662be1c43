import { expect, it } from 'vitest'
import { renewIndex } from '../../../src/main/archive/renew-index.ts'
import { joinSearch } from '../../../src/main/core/join-search.ts'
import { createBugLog } from '../../../src/main/core/bug-log.ts'
import { renewInBackground } from '../../../src/main/core/renew-in-background.ts'
import { anArchive } from '../../support/an-archive.ts'
import { stillClock } from '../../support/still-clock.ts'
import { valueOf } from '../../support/value-of.ts'

/** An archive of 40 articles whose entries say that they are of an older analysis, and hold what that would have made. */
function anOldArchive() {
  const archive = anArchive()
  const { database } = archive.connection
  for (let at = 0; at < 40; at += 1) archive.addText(`La canción ${String(at)}.`, { facts: { language: 'es' } })
  database.exec('UPDATE search_doc SET analysis = 1')
  const outdated = () => database.prepare('SELECT count(*) FROM search_doc WHERE analysis = 1').pluck().get()
  const search = joinSearch(database, stillClock)
  const find = (query: string) => search.search({ query, match: 'all', limit: 1, offset: 0 }).total
  return { ...archive, database, outdated, find }
}

const never = new AbortController().signal
const unsteered = { signal: never, onProgress: () => undefined, pause: () => Promise.resolve() }

it('analyses anew what is of an older analysis, and nothing twice', async () => {
  const { ports, outdated, find } = anOldArchive()
  expect(valueOf(await renewIndex(ports, unsteered))).toBe(40)
  expect(outdated()).toBe(0)
  expect(find('canciones')).toBe(40)
  expect(valueOf(await renewIndex(ports, unsteered))).toBe(0)
})

it('goes on where it was stopped', async () => {
  const { ports, outdated } = anOldArchive()
  const stopping = new AbortController()
  const stopped = renewIndex(ports, { ...unsteered, signal: stopping.signal, onProgress: () => stopping.abort() })
  expect(valueOf(await stopped)).toBe(16)
  expect(outdated()).toBe(24)
  expect(valueOf(await renewIndex(ports, unsteered))).toBe(24)
})

it('writes nothing to an archive that is up to date', async () => {
  const { ports, database } = anOldArchive()
  await renewIndex(ports, unsteered)
  const before = database.prepare('SELECT total_changes()').pluck().get()
  await renewIndex(ports, unsteered)
  expect(database.prepare('SELECT total_changes()').pluck().get()).toBe(before)
})

it('ends at once in the background when the core closes', async () => {
  const { ports, outdated } = anOldArchive()
  const work = renewInBackground(ports, createBugLog('/dev/null'))
  await work.stop()
  expect(outdated()).toBe(40)
})
