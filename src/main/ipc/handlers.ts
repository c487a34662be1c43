import { addHighlight } from '../archive/add-highlight.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import { chooseElement, outlineVersion } from '../archive/choose-element.ts'
import { chooseEncoding, listEncodings } from '../archive/choose-encoding.ts'
import { chooseVersion } from '../archive/choose-version.ts'
import { correctField } from '../archive/correct-field.ts'
import { decideNearDuplicate } from '../archive/decide-near-duplicate.ts'
import { deleteForEver } from '../archive/delete-for-ever.ts'
import { addArticleNote, deleteAnnotations, editAnnotation, tagAnnotation } from '../archive/edit-annotation.ts'
import type { JobControl } from '../archive/job-control.ts'
import { markAnnotations } from '../archive/mark-annotations.ts'
import {
  collectArticles,
  markArticles,
  restoreArticles,
  tagArticles,
  trashArticles,
} from '../archive/organise-articles.ts'
import type { RemakeArticle, SampleEncodings } from '../archive/ports/remake-article.ts'
import { placeAnnotation, rejectPlace } from '../archive/place-annotation.ts'
import { listPens, renamePen } from '../archive/name-pens.ts'
import { savePosition } from '../archive/save-position.ts'
import { findUnfinishedImport, leaveImport } from '../archive/unfinished-import.ts'
import { listGestures, undoGesture } from '../archive/undo-gesture.ts'
import { appError } from '../../shared/app-error.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { Nothing } from '../../shared/model/nothing.ts'
import type { ArchiveStats } from '../../shared/model/safekeeping.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { JobRegistry } from './jobs.ts'
import { createGroupHandlers } from './group-handlers.ts'
import { createReadingHandlers, type ReadingPorts } from './reading-handlers.ts'
import type { RequestHandlers } from './request-handlers.ts'

/** What the handlers stand on; joined in core.ts. */
export interface HandlerPorts extends Pick<ReadingPorts, 'search' | 'browsing' | 'compareTexts' | 'previewExport'> {
  readonly archive: ArchivePorts
  /** Makes an article again from its original, in the pool. */
  readonly remake: RemakeArticle
  readonly sampleEncodings: SampleEncodings
  readonly stats: () => ArchiveStats
  readonly jobs: JobRegistry
  readonly actor: Actor
  /** Lets other requests be served between two parts of one that takes long. */
  readonly pause: () => Promise<void>
}

/** A handler for every request of the contract. */
export function createHandlers(ports: HandlerPorts): RequestHandlers {
  const { archive, remake, sampleEncodings, stats, jobs, actor, pause } = ports
  return {
    ...createReadingHandlers({ ...ports, attempt: archive.attempt, reading: archive.reading }),
    'archive.stats': () => archive.attempt(stats),
    'article.position': (stopped) => nothing(savePosition(archive, stopped)),
    'article.mark': ({ articles, state, starred }) =>
      markArticles(archive, actor, articles, {
        ...(state === null ? {} : { state }),
        ...(starred === null ? {} : { starred }),
      }),
    'article.trash': ({ articles, trashed }) =>
      trashed ? trashArticles(archive, actor, articles) : restoreArticles(archive, actor, articles),
    'article.delete': ({ articles }) => deleteForEver(archive, articles, unsteered(pause)),
    'trash.list': ({ limit, offset }) => archive.attempt(() => archive.trash.list(limit, offset)),
    'article.tag': ({ articles, tag, present }) => tagArticles(archive, actor, articles, { name: tag, present }),
    'article.collect': ({ articles, path, present }) => collectArticles(archive, actor, articles, { path, present }),
    'article.correct': ({ uid, field, value, keep }) =>
      nothing(correctField(archive, actor, { article: uid, field, value: keep ? value : undefined })),
    'annotation.highlight': (wanted) => addHighlight(archive, actor, wanted),
    'annotation.note': (wanted) => addArticleNote(archive, actor, wanted),
    'annotation.edit': ({ uid, color, ...note }) =>
      editAnnotation(archive, actor, uid, { ...note, ...(color === null ? {} : { color }) }),
    'annotation.tag': ({ uid, tag, present }) => tagAnnotation(archive, actor, uid, { name: tag, present }),
    'annotation.mark': ({ uids, color, tag }) => markAnnotations(archive, actor, uids, { color, tag }),
    'annotation.place': ({ uid, place }) => placeAnnotation(archive, actor, uid, place),
    'annotation.reject': ({ uid, ...text }) => rejectPlace(archive, actor, uid, text),
    'annotation.delete': ({ uids }) => deleteAnnotations(archive, actor, uids),
    'article.outline': ({ uid, version }) => outlineVersion(archive, remake, uid, version),
    'article.encodings': ({ uid, version }) => listEncodings(archive, sampleEncodings, uid, version),
    'article.choose-encoding': (wanted) => chooseEncoding(archive, remake, actor, wanted),
    'article.choose-element': (wanted) => chooseElement(archive, remake, actor, wanted),
    'article.choose-version': ({ uid, version }) => chooseVersion(archive, actor, uid, version),
    'near-duplicate.decide': (pair) => decideNearDuplicate(archive, actor, pair),
    'pen.list': () => archive.attempt(() => listPens(archive)),
    'pen.rename': (pen) => renamePen(archive, actor, pen),
    'import.unfinished': () => findUnfinishedImport(archive),
    'import.leave': ({ run }) => leaveImport(archive, run),
    ...createGroupHandlers(archive, actor, unsteered(pause)),
    'gesture.undo': inTurn(({ gesture }) => undoGesture(archive, gesture, unsteered(pause))),
    'gesture.list': ({ limit }) => archive.attempt(() => listGestures(archive, limit)),
    'job.start': (job) => ok({ uid: jobs.start(job) }),
    'job.cancel': ({ uid }) => (jobs.cancel(uid) ? ok({}) : err(appError('ipc/job-not-found', { uid }))),
    'job.pause': ({ uid, paused }) => (jobs.pause(uid, paused) ? ok({}) : err(appError('ipc/job-not-found', { uid }))),
    'job.list': () => ok(jobs.list()),
  }
}

/** One after the other: a second undo while a large one is under way means the gesture before it. */
function inTurn<Input, Output>(handle: (input: Input) => Promise<Output>): (input: Input) => Promise<Output> {
  let last: Promise<unknown> = Promise.resolve()
  return (input) => {
    const next = last.then(() => handle(input))
    last = next.catch(() => undefined)
    return next
  }
}

function nothing(done: Result<null>): Result<Nothing> {
  return done.ok ? ok({}) : done
}

/** A request is not steered as a job is: it runs to its end and tells no progress. */
function unsteered(pause: () => Promise<void>): JobControl {
  return { signal: new AbortController().signal, onProgress: () => undefined, pause }
}
