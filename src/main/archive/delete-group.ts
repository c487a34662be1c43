import type { Actor } from '../../shared/model/gesture.ts'
import type { GestureUid, Uid } from '../../shared/model/identity.ts'
import type { OrganisedGroup } from '../../shared/model/organisation.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { getCollection } from './edit-collection.ts'
import { getTag } from './edit-tag.ts'
import { openGesture, type Gesture } from './gesture.ts'
import type { JobControl } from './job-control.ts'
import type { MembershipKind } from './ports/entities.ts'
import { runSteps, type Step } from './run-steps.ts'

/** A part of a deletion, inside an open gesture. */
type Edit = (gesture: Gesture) => void

/**
 * Deletes a collection and those below it as one gesture; articles stay. Memberships go first, each as a change of its
 * own, so that undo brings them back. In steps, between which others get their turn.
 */
export function deleteCollection(
  ports: ArchivePorts,
  actor: Actor,
  uid: Uid,
  control: JobControl,
): Promise<Result<OrganisedGroup>> {
  return editInSteps(ports, { actor, uid, control }, () => {
    getCollection(ports, uid)
    return deletingCollection(ports, uid)
  })
}

/** Takes a tag off everything and deletes it, as one gesture in steps. */
export function deleteTag(
  ports: ArchivePorts,
  actor: Actor,
  uid: Uid,
  control: JobControl,
): Promise<Result<OrganisedGroup>> {
  return editInSteps(ports, { actor, uid, control }, () => {
    getTag(ports, uid)
    return deletingTag(ports, uid)
  })
}

/** Gives everything that bears a tag another one, and deletes the first, as one gesture in steps; answers the other. */
export function mergeTag(
  ports: ArchivePorts,
  actor: Actor,
  { uid, into }: { readonly uid: Uid; readonly into: Uid },
  control: JobControl,
): Promise<Result<OrganisedGroup>> {
  return editInSteps(ports, { actor, uid: into, control }, () => {
    getTag(ports, uid)
    getTag(ports, into)
    return uid === into ? [] : mergingTag(ports, uid, into)
  })
}

async function editInSteps(
  ports: ArchivePorts,
  { actor, uid, control }: { readonly actor: Actor; readonly uid: Uid; readonly control: JobControl },
  prepare: () => Iterable<Edit>,
): Promise<Result<OrganisedGroup>> {
  const edits = ports.attempt(prepare)
  if (!edits.ok) return edits
  const gesture = ports.newUid() as GestureUid
  const steps = asSteps(edits.value, (unit) => openGesture(ports, unit, actor, gesture))
  const done = await runSteps(ports, control, steps, null)
  return done.ok ? ok({ uid, gesture: done.value === 0 ? null : gesture }) : done
}

function* asSteps(edits: Iterable<Edit>, open: (unit: Parameters<Step>[0]) => Gesture): Generator<Step> {
  for (const edit of edits) {
    yield (unit) => {
      edit(open(unit))
    }
  }
}

/** From the leaves up, since a collection's deletion would take those below it along unrecorded. */
function* deletingCollection(ports: ArchivePorts, uid: Uid): Generator<Edit> {
  for (const child of ports.organising.childCollections(uid)) yield* deletingCollection(ports, child)
  yield* leaving(ports, 'article-collection', uid)
  yield (gesture) => {
    gesture.edit({ kind: 'collection', subject: uid, value: null })
  }
}

function* deletingTag(ports: ArchivePorts, uid: Uid): Generator<Edit> {
  yield* leaving(ports, 'article-tag', uid)
  yield* leaving(ports, 'annotation-tag', uid)
  yield (gesture) => {
    gesture.edit({ kind: 'tag', subject: uid, value: null })
  }
}

function* mergingTag(ports: ArchivePorts, uid: Uid, into: Uid): Generator<Edit> {
  for (const kind of ['article-tag', 'annotation-tag'] as const) {
    for (const subject of ports.organising.membersOf(kind, uid)) {
      yield (gesture) => {
        join(ports, gesture, kind, `${memberOf(subject)}/${into}`)
      }
    }
  }
  yield* deletingTag(ports, uid)
}

function* leaving(ports: ArchivePorts, kind: MembershipKind, group: Uid): Generator<Edit> {
  for (const subject of ports.organising.membersOf(kind, group)) {
    yield (gesture) => {
      gesture.edit({ kind, subject, value: null })
    }
  }
}

function join(ports: ArchivePorts, gesture: Gesture, kind: MembershipKind, subject: string): void {
  if (ports.entities.read(kind, subject) !== null) return
  gesture.edit({ kind, subject, value: { uid: ports.newUid(), created: gesture.at, changed: gesture.at } })
}

/** The member's half of a membership's subject. */
function memberOf(subject: string): string {
  return subject.slice(0, subject.indexOf('/'))
}
