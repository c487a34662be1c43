import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Article, ReadingState } from '../../shared/model/article.ts'
import type { ArticleUid, GestureUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'
import { withAnswer, withPending, type PendingChange } from './pending-annotations.ts'

/** What the reader has: one of these, never two at once. */
export type OpenedArticle =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly uid: ArticleUid }
  | { readonly status: 'failed'; readonly uid: ArticleUid; readonly error: AppError }
  | { readonly status: 'ready'; readonly article: Article }

/** The article being read. What a person does to its annotations is shown at once and taken back if it fails. */
export const useReading = defineStore('reading', () => {
  const opened = shallowRef<OpenedArticle>({ status: 'none' })
  const pending = shallowRef<readonly PendingChange[]>([])
  /** Why the last change was not kept; null = nothing failed. */
  const problem = shallowRef<AppError | null>(null)

  /** The article with every change under way applied. */
  const article = computed<Article | null>(() => {
    if (opened.value.status !== 'ready') return null
    const stored = opened.value.article
    return pending.value.length === 0
      ? stored
      : { ...stored, annotations: withPending(stored.annotations, pending.value) }
  })

  /** Opens an article; a newer call wins. The one shown stays until the other has come. */
  async function open(uid: ArticleUid): Promise<void> {
    const shown = uidOf(opened.value)
    if (shown !== uid) opened.value = { status: 'loading', uid }
    pending.value = shown === uid ? pending.value : []
    problem.value = null
    await read(uid)
  }

  /** Reads the open article again, after the archive changed. */
  async function refresh(): Promise<void> {
    if (opened.value.status === 'ready') await read(opened.value.article.uid)
  }

  async function read(uid: ArticleUid): Promise<void> {
    const answer = await theHost().client.request('article.get', { uid, version: null })
    if (uidOf(opened.value) !== uid) return
    opened.value = answer.ok
      ? { status: 'ready', article: sameVersions(opened.value, answer.value) }
      : { status: 'failed', uid, error: answer.error }
  }

  /** Shows a change, asks for it, and shows what came of it. */
  async function change(shownAs: PendingChange, ask: () => Promise<Result<Annotation>>): Promise<Annotation | null> {
    const answer = await whileShown(shownAs, ask)
    if (answer.ok) settle((annotations) => withAnswer(annotations, answer.value))
    return answer.ok ? answer.value : null
  }

  /** Takes annotations away at once; answers what to undo, null when it failed or nothing was there. */
  async function remove(uids: readonly Annotation['uid'][]): Promise<GestureUid | null> {
    const [first] = uids
    if (first === undefined) return null
    const answer = await whileShown({ kind: 'remove', uid: first }, () =>
      theHost().client.request('annotation.delete', { uids }),
    )
    if (answer.ok) settle((annotations) => annotations.filter(({ uid }) => !uids.includes(uid)))
    return answer.ok ? answer.value.gesture : null
  }

  async function whileShown<Value>(shownAs: PendingChange, ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
    pending.value = [...pending.value, shownAs]
    const answer = await ask()
    pending.value = pending.value.filter((one) => one !== shownAs)
    problem.value = answer.ok ? null : answer.error
    return answer
  }

  function settle(next: (annotations: readonly Annotation[]) => readonly Annotation[]): void {
    if (opened.value.status !== 'ready') return
    const { article: stored } = opened.value
    opened.value = { status: 'ready', article: { ...stored, annotations: next(stored.annotations) } }
  }

  /** Sets reading state or star; null = leave. Answers what to undo. */
  async function mark(state: ReadingState | null, starred: boolean | null): Promise<GestureUid | null> {
    const now = opened.value
    if (now.status !== 'ready') return null
    const { article: before } = now
    show({ state: state ?? before.state, starred: starred ?? before.starred })
    const answer = await theHost().client.request('article.mark', { articles: [before.uid], state, starred })
    if (!answer.ok) {
      show({ state: before.state, starred: before.starred })
      problem.value = answer.error
    }
    return answer.ok ? answer.value.gesture : null
  }

  function show(facts: Partial<Article>): void {
    if (opened.value.status === 'ready') opened.value = { status: 'ready', article: { ...opened.value.article, ...facts } }
  }

  function close(): void {
    opened.value = { status: 'none' }
    pending.value = []
    problem.value = null
  }

  return { opened, article, problem, open, refresh, change, remove, mark, show, close }
})

function uidOf(opened: OpenedArticle): ArticleUid | null {
  switch (opened.status) {
    case 'none':
      return null
    case 'ready':
      return opened.article.uid
    case 'loading':
    case 'failed':
      return opened.uid
  }
}

/* A text that did not change keeps its identity, so that its frame is not loaded again. */
function sameVersions(before: OpenedArticle, next: Article): Article {
  if (before.status !== 'ready' || before.article.uid !== next.uid) return next
  const isSame = JSON.stringify(before.article.versions) === JSON.stringify(next.versions)
  return isSame ? { ...next, versions: before.article.versions } : next
}
