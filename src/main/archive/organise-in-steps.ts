import { assertNever } from '../../shared/assert-never.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { ArticleUid, GestureUid, Instant, Uid } from '../../shared/model/identity.ts'
import type { OrganiseAction } from '../../shared/model/job.ts'
import type { OrganisedArticles } from '../../shared/model/organisation.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { ensureCollection } from './ensure-collection.ts'
import { ensureTag } from './ensure-tag.ts'
import { openGesture, type Gesture } from './gesture.ts'
import type { JobControl } from './job-control.ts'
import type { ArticleMarks } from './ports/entities.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import { runSteps, type Step } from './run-steps.ts'

/** Does one action to one article inside an open gesture; whether that changed it. */
type OrganiseOne = (gesture: Gesture, article: ArticleUid) => boolean

/**
 * Does one action to any number of articles as one gesture, in steps between which others get their turn. Stopped
 * half-way, what is done stays, and undo takes that back. An article that is not there (any more) is passed over.
 */
export async function organiseInSteps(
  ports: ArchivePorts,
  actor: Actor,
  { articles, action }: { readonly articles: readonly ArticleUid[]; readonly action: OrganiseAction },
  control: JobControl,
): Promise<Result<OrganisedArticles>> {
  const uid = ports.newUid() as GestureUid
  let changed = 0
  function* steps(): Generator<Step> {
    let organise: OrganiseOne | undefined
    for (const article of inRowOrder(articles)) {
      yield (unit) => {
        organise ??= prepare(ports, unit, action, ports.clock())
        if (organise(openGesture(ports, unit, actor, uid), article)) changed++
      }
    }
  }
  const done = await runSteps(ports, control, steps(), articles.length)
  return done.ok ? ok({ articles: changed, gesture: changed === 0 ? null : uid }) : done
}

/** Uids begin with their time, so sorted they stand as their rows do: pages are read and written once, one after the other. */
function inRowOrder(articles: readonly ArticleUid[]): readonly ArticleUid[] {
  return articles.toSorted()
}

/** @throws Failure `archive/bad-name`. */
function prepare(ports: ArchivePorts, unit: UnitOfWork, action: OrganiseAction, at: Instant): OrganiseOne {
  switch (action.kind) {
    case 'mark':
      return marking(ports, (before) => ({
        ...before,
        state: action.state ?? before.state,
        starred: action.starred ?? before.starred,
      }))
    case 'trash':
      return marking(ports, (before) => ({ ...before, trashed: action.trashed ? (before.trashed ?? at) : null }))
    case 'tag':
      return joining(ports, 'article-tag', ensureTag(ports, unit, action.tag, at), action.present)
    case 'collect':
      return joining(ports, 'article-collection', ensureCollection(ports, unit, action.path, at), action.present)
    default:
      return assertNever(action)
  }
}

function marking(ports: ArchivePorts, change: (before: ArticleMarks) => ArticleMarks): OrganiseOne {
  return (gesture, subject) => {
    const before = ports.entities.read('article', subject)
    return before !== null && gesture.edit({ kind: 'article', subject, value: change(before) })
  }
}

function joining(
  ports: ArchivePorts,
  kind: 'article-tag' | 'article-collection',
  group: Uid,
  present: boolean,
): OrganiseOne {
  return (gesture, article) => {
    const subject = `${article}/${group}`
    const isMember = ports.entities.read(kind, subject) !== null
    if (isMember === present || ports.organising.articleIdOf(article) === undefined) return false
    const value = present ? { uid: ports.newUid(), created: gesture.at, changed: gesture.at } : null
    return gesture.edit({ kind, subject, value })
  }
}
