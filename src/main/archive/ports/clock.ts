import type { Instant, Uid } from '../../../shared/model/identity.ts'

/** Where the present comes from; tests hold it still. */
export type Clock = () => Instant
/** Where new UUIDv7 come from; tests count. */
export type NewUid = () => Uid
