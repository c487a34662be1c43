import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Article, ReadingState } from '../../shared/model/article.ts'
import type { ArticleUid, GestureUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'
import { createArticleReader } from './opened-article.ts'
import { withAnswer, withPending, type PendingChange } from './pending-annotations.ts'
import { createShownAtOnce } from './shown-at-once.ts'

/** The article being read. What a person does to it is shown at once and taken back if it fails. */
export const useReading = defineStore('reading', () => {
  const { opened, open: openArticle, refresh, show, close: closeArticle } = createArticleReader()
  const { pending, problem, whileShown, forget } = createShownAtOnce()

  /** The article with every change under way applied. */
  const article = computed<Article | null>(() => {
    if (opened.value.status !== 'ready') return null
    const stored = opened.value.article
    if (pending.value.length === 0) return stored
    return { ...stored, annotations: withPending(stored.annotations, pending.value) }
  })

  /** Opens an article; a newer call wins. */
  async function open(uid: ArticleUid): Promise<void> {
    if (await openArticle(uid)) forget()
  }

  /**
   * Shows a change, asks for it, and shows what came of it; null when it was not kept (`problem` says why). `onKept` is told
   * in the very moment in which the answer takes the place of what was shown.
   */
  async function change(
    shownAs: PendingChange,
    ask: () => Promise<Result<Annotation>>,
    onKept?: (annotation: Annotation) => void,
  ): Promise<Annotation | null> {
    const answer = await whileShown(shownAs, ask, (kept) => {
      settle((annotations) => withAnswer(annotations, kept))
      onKept?.(kept)
    })
    return answer.ok ? answer.value : null
  }

  /** Takes an annotation away; answers what to undo, null when it failed or nothing was there. */
  async function remove(uid: Annotation['uid']): Promise<GestureUid | null> {
    const answer = await whileShown(
      { kind: 'remove', uid },
      () => theHost().client.request('annotation.delete', { uids: [uid] }),
      () => settle((annotations) => annotations.filter((one) => one.uid !== uid)),
    )
    return answer.ok ? answer.value.gesture : null
  }

  function settle(next: (annotations: readonly Annotation[]) => readonly Annotation[]): void {
    show((stored) => ({ ...stored, annotations: next(stored.annotations) }))
  }

  /** Sets reading state or star; null = leave. Answers what to undo. */
  async function mark(state: ReadingState | null, starred: boolean | null): Promise<GestureUid | null> {
    if (opened.value.status !== 'ready') return null
    const before = opened.value.article
    show((now) => ({ ...now, state: state ?? now.state, starred: starred ?? now.starred }))
    const answer = await theHost().client.request('article.mark', { articles: [before.uid], state, starred })
    if (answer.ok) return answer.value.gesture
    show((now) => ({ ...now, state: before.state, starred: before.starred }))
    problem.value = answer.error
    return null
  }

  function close(): void {
    closeArticle()
    forget()
  }

  return { opened, article, problem, open, refresh, change, remove, mark, close }
})
