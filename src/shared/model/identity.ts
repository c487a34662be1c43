import type { Brand } from '../brand.ts'

/** UUIDv7 of an item, stable for ever and the same in every copy of the archive. */
export type Uid = Brand<string, 'Uid'>
/** Names an article in links, exports and logs. */
export type ArticleUid = Brand<Uid, 'ArticleUid'>
/** Names a highlight or a note. */
export type AnnotationUid = Brand<Uid, 'AnnotationUid'>
/** Names one gesture of a person: everything that one undo takes back. */
export type GestureUid = Brand<Uid, 'GestureUid'>
/** Row number of an article inside this one archive file; never leaves it. */
export type ArticleId = Brand<number, 'ArticleId'>
/** Row number of a version. */
export type VersionId = Brand<number, 'VersionId'>
/** Row number of a rendition. */
export type RenditionId = Brand<number, 'RenditionId'>
/** SHA-256 of uncompressed bytes, 64 lower-case hexadecimal digits. */
export type Sha256 = Brand<string, 'Sha256'>
/** Moment in UTC, ISO 8601 with milliseconds and `Z`: sorts as text. */
export type Instant = Brand<string, 'Instant'>
/** A date of the precision known: `2022`, `2022-06`, `2022-06-24`, or a full ISO date and time. */
export type PartialDate = Brand<string, 'PartialDate'>
/** HTML that `import/clean` wrote in normal form from the allow-list; the only HTML that is ever stored or shown. */
export type ReaderHtml = Brand<string, 'ReaderHtml'>
