import type { Instant, Uid } from '../../src/shared/model/identity.ts'
import type { Clock, NewUid } from '../../src/main/archive/ports/clock.ts'

/** A clock that stands still. */
export const stillClock: Clock = () => '2026-11-23T01:02:03.456Z' as Instant

/** Uids that count: the same in every run, and told apart at a glance. */
export function countingUids(): NewUid {
  let count = 0
  return () => `0190a000-0000-7000-8000-${String(++count).padStart(12, '0')}` as Uid
}
