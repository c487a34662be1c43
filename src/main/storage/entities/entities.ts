import { isDeepStrictEqual } from 'node:util'
import type { Database } from 'better-sqlite3'
import type { Clock } from '../../archive/ports/clock.ts'
import type { Entities, EntityKind, EntityValues } from '../../archive/ports/entities.ts'
import { createAnnotationStore } from './annotation-store.ts'
import { createArticleMarksStore } from './article-marks-store.ts'
import { createArticleRows } from './article-rows.ts'
import { createCollectionStore } from './collection-store.ts'
import { createCurrentVersionStore } from './current-version-store.ts'
import type { EntityStore } from './entity-store.ts'
import { createReadingChoiceStore } from './reading-choice-store.ts'
import { createMembershipStore } from './membership-store.ts'
import { createNearDuplicateStore } from './near-duplicate-store.ts'
import { createOverrideStore } from './override-store.ts'
import { createPenNameStore } from './pen-name-store.ts'
import { createSavedSearchStore } from './saved-search-store.ts'
import { createTagStore } from './tag-store.ts'
import { createTombstones, type Tombstones } from './tombstones.ts'

type EntityStores = { readonly [Kind in EntityKind]: EntityStore<EntityValues[Kind]> }

/**
 * Everything a person can change, read and written whole. Writing what is stored already changes nothing, not even
 * `changed_at` of the article; any other write moves it. Strings are stored as well-formed Unicode: half a surrogate
 * pair becomes U+FFFD, as it would in the file.
 *
 * Deleting takes along, each with its tombstone: a tag its memberships; a collection what lies below it and its
 * memberships; an annotation its anchors and tags. To have them back by undo, write null for each of them first.
 */
export function createEntities(database: Database, clock: Clock): Entities {
  const tombstones = createTombstones(database, clock)
  const stores = createStores(database, clock, tombstones)
  return {
    read: (kind, subject) => stores[kind].read(subject),
    write: (_unit, kind, subject, value) => {
      const store = stores[kind]
      const before = store.read(subject)
      const after = value === null ? null : wellFormed(value)
      if (isDeepStrictEqual(before, after)) return { changed: false, before, after }
      const goes = before === null ? null : store.uid(subject, before)
      const comes = after === null ? null : store.uid(subject, after)
      if (after === null) store.remove(subject)
      else store.put(subject, after)
      if (goes !== null && goes !== comes) tombstones.leave(kind, goes)
      if (comes !== null) tombstones.remove(kind, comes)
      // Only anchors are stored in another order than they may be given in.
      return { changed: true, before, after: kind === 'annotation' ? store.read(subject) : after }
    },
  }
}

function createStores(database: Database, clock: Clock, tombstones: Tombstones): EntityStores {
  const rows = createArticleRows(database, clock)
  return {
    article: createArticleMarksStore(database, rows, clock),
    override: createOverrideStore(database, rows),
    annotation: createAnnotationStore(database, rows, tombstones),
    tag: createTagStore(database, rows, tombstones),
    collection: createCollectionStore(database, rows, tombstones),
    'article-tag': createMembershipStore(database, rows, 'article-tag'),
    'annotation-tag': createMembershipStore(database, rows, 'annotation-tag'),
    'article-collection': createMembershipStore(database, rows, 'article-collection'),
    'saved-search': createSavedSearchStore(database),
    'current-version': createCurrentVersionStore(database, rows),
    'chosen-element': createReadingChoiceStore(database, rows),
    'pen-name': createPenNameStore(database),
    'near-duplicate': createNearDuplicateStore(database, rows),
  }
}

/** A copy in which every string, however deep, is well-formed Unicode. */
function wellFormed<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part)),
  ) as Value
}
