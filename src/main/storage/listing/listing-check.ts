import type { Check } from '../verify/check.ts'
import { checkListing } from './check-listing.ts'

/** The listing's part of `verify`: every article whose row is missing or says other than its facts. */
export const listingCheck: Check = ({ database, report }) => {
  const differences = checkListing(database)
  for (const { uid, columns } of differences) {
    const reason = columns.length === 0 ? 'is missing from the listing' : `the listing differs: ${columns.join(', ')}`
    report({ kind: 'listing', uid, reason })
  }
  return differences.length
}
