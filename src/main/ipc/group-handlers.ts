import type { Actor } from '../../shared/model/gesture.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import { deleteCollection, deleteTag, mergeTag } from '../archive/delete-group.ts'
import { createCollection, moveCollection, renameCollection } from '../archive/edit-collection.ts'
import { createSavedSearch, deleteSavedSearch, editSavedSearch, moveSavedSearch } from '../archive/edit-saved-search.ts'
import { renameTag } from '../archive/edit-tag.ts'
import type { JobControl } from '../archive/job-control.ts'
import type { RequestHandlers } from './request-handlers.ts'

/** Requests about collections, tags and saved searches themselves. */
type GroupName =
  | 'collection.create'
  | 'collection.rename'
  | 'collection.move'
  | 'collection.delete'
  | 'tag.rename'
  | 'tag.merge'
  | 'tag.delete'
  | 'saved-search.create'
  | 'saved-search.edit'
  | 'saved-search.move'
  | 'saved-search.delete'

/** A handler for every request about collections, tags and saved searches themselves. */
export function createGroupHandlers(
  archive: ArchivePorts,
  actor: Actor,
  control: JobControl,
): Pick<RequestHandlers, GroupName> {
  return {
    'collection.create': (wanted) => createCollection(archive, actor, wanted),
    'collection.rename': (wanted) => renameCollection(archive, actor, wanted),
    'collection.move': (wanted) => moveCollection(archive, actor, wanted),
    'collection.delete': ({ uid }) => deleteCollection(archive, actor, uid, control),
    'tag.rename': (wanted) => renameTag(archive, actor, wanted),
    'tag.merge': (wanted) => mergeTag(archive, actor, wanted, control),
    'tag.delete': ({ uid }) => deleteTag(archive, actor, uid, control),
    'saved-search.create': (wanted) => createSavedSearch(archive, actor, wanted),
    'saved-search.edit': (wanted) => editSavedSearch(archive, actor, wanted),
    'saved-search.move': (wanted) => moveSavedSearch(archive, actor, wanted),
    'saved-search.delete': ({ uid }) => deleteSavedSearch(archive, actor, uid),
  }
}
