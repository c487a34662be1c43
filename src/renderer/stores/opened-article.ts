import { shallowRef, type ShallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { Article } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { theHost } from '../api.ts'

/** What the reader has: one of these, never two at once. */
export type OpenedArticle =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly uid: ArticleUid }
  | { readonly status: 'failed'; readonly uid: ArticleUid; readonly error: AppError }
  | { readonly status: 'ready'; readonly article: Article }

/** An article as it is stored, read when it is opened and again when the archive changed. */
export interface ArticleReader {
  readonly opened: ShallowRef<OpenedArticle>
  /** Opens an article; a newer call wins. Answers whether another one was shown before. */
  readonly open: (uid: ArticleUid) => Promise<boolean>
  readonly refresh: () => Promise<void>
  /** Changes what is shown of it, until it is read again. */
  readonly show: (next: (article: Article) => Article) => void
  readonly close: () => void
}

/** Begins with nothing open. */
export function createArticleReader(): ArticleReader {
  const opened = shallowRef<OpenedArticle>({ status: 'none' })

  async function read(uid: ArticleUid): Promise<void> {
    const answer = await theHost().client.request('article.get', { uid, version: null })
    if (openedUid(opened.value) !== uid) return
    opened.value = answer.ok
      ? { status: 'ready', article: unchangedKept(opened.value, answer.value) }
      : { status: 'failed', uid, error: answer.error }
  }

  return {
    opened,
    open: async (uid) => {
      const isOther = openedUid(opened.value) !== uid
      if (isOther) opened.value = { status: 'loading', uid }
      await read(uid)
      return isOther
    },
    refresh: async () => {
      if (opened.value.status === 'ready') await read(opened.value.article.uid)
    },
    show: (next) => {
      if (opened.value.status === 'ready') opened.value = { status: 'ready', article: next(opened.value.article) }
    },
    close: () => {
      opened.value = { status: 'none' }
    },
  }
}

/** The article that is open, or being opened. */
export function openedUid(opened: OpenedArticle): ArticleUid | null {
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

/*
 * What did not change keeps its identity: the frame is not loaded again, and one's own change, told by the archive once more,
 * paints and measures no highlight a second time.
 */
function unchangedKept(before: OpenedArticle, next: Article): Article {
  if (before.status !== 'ready' || before.article.uid !== next.uid) return next
  const { versions, annotations } = before.article
  return { ...next, versions: sameOr(versions, next.versions), annotations: sameOr(annotations, next.annotations) }
}

function sameOr<Value>(before: Value, next: Value): Value {
  return JSON.stringify(before) === JSON.stringify(next) ? before : next
}
