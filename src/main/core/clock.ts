import { v7 } from 'uuid'
import type { Instant, Uid } from '../../shared/model/identity.ts'

/** The system's time. */
export function systemClock(): Instant {
  return new Date().toISOString() as Instant
}

/** A new UUIDv7. */
export function newUid(): Uid {
  return v7() as Uid
}
