import type { HighlightColor } from '../../shared/model/annotation.ts'
import type { AnnotationUid, GestureUid } from '../../shared/model/identity.ts'
import { ok, type Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'

/** What a change of notes did: how many it changed, and what takes it back (null = nothing to). */
export interface NotesChanged {
  readonly annotations: number
  readonly gesture: GestureUid | null
}

/** Gives highlights a pen. */
export async function drawNotes(uids: readonly AnnotationUid[], color: HighlightColor): Promise<Result<NotesChanged>> {
  return theHost().client.request('annotation.mark', { uids, color, tag: null })
}

/** Gives notes a tag, or takes it off. */
export async function tagNotes(
  uids: readonly AnnotationUid[],
  tag: { readonly name: string; readonly present: boolean },
): Promise<Result<NotesChanged>> {
  return theHost().client.request('annotation.mark', { uids, color: null, tag })
}

/** Deletes notes and highlights. */
export async function deleteNotes(uids: readonly AnnotationUid[]): Promise<Result<NotesChanged>> {
  return theHost().client.request('annotation.delete', { uids })
}

/** Writes other words on a note; none takes the note off its highlight. */
export async function writeNote(uid: AnnotationUid, note: string | null): Promise<Result<NotesChanged>> {
  const { client } = theHost()
  const edited = await client.request('annotation.edit', { uid, color: null, note })
  if (!edited.ok) return edited
  // The answer tells no gesture; it is the newest one.
  const newest = await client.request('gesture.list', { limit: 1 })
  return ok({ annotations: 1, gesture: newest.ok ? (newest.value[0]?.gesture ?? null) : null })
}
