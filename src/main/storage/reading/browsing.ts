import type { Database } from 'better-sqlite3'
import type { Browsing } from '../../archive/ports/browsing.ts'
import { createFindPlace } from '../links/find-place.ts'
import { createReadLinks } from '../links/read-links.ts'
import { createReadDetails } from './read-details.ts'
import { createReadHeadings } from './read-headings.ts'
import { createReadProposedPairs } from './read-near-duplicates.ts'
import { createReadNotes } from './read-notes.ts'
import { createReadOverview } from './read-overview.ts'

/** Answers what the window shows besides lists and articles, each of one moment. */
export function createBrowsing(database: Database, file: string): Browsing {
  const overview = createReadOverview(database, file)
  const details = createReadDetails(database)
  const headings = createReadHeadings(database)
  const proposedPairs = createReadProposedPairs(database)
  const notes = createReadNotes(database)
  const links = createReadLinks(database)
  const findPlace = createFindPlace(database)
  const inOneMoment = <Value>(read: () => Value): Value => database.transaction(read).deferred()
  return {
    overview: () => inOneMoment(overview),
    details: (uid) => inOneMoment(() => details(uid)),
    headings: (articles) => inOneMoment(() => articles.map((uid) => headings(uid))),
    notes: (request, found) => inOneMoment(() => notes(request, found)),
    proposedPairs: (limit) => inOneMoment(() => proposedPairs(limit)),
    links: (uid) => inOneMoment(() => links(uid)),
    linkedPlaces: (all) => inOneMoment(() => all.map(findPlace)),
  }
}
