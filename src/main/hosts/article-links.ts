import type { ArticleLink } from '../../shared/ipc/host-contract.ts'

/** Links of articles on their way to the window, which may not be there yet. */
export interface ArticleLinks {
  /** Shows the article of a link: at once, or when a window asks. The newest link wins. */
  readonly open: (link: ArticleLink) => void
  /** The link that waits, once; from now on links are told. */
  readonly take: () => ArticleLink | null
  /** Nobody listens until the next window asks. */
  readonly pause: () => void
}

/** `tell` tells the window of a link. */
export function createArticleLinks(tell: (link: ArticleLink) => void): ArticleLinks {
  let isHeard = false
  let waiting: ArticleLink | null = null
  return {
    open: (link) => {
      if (isHeard) tell(link)
      else waiting = link
    },
    take: () => {
      const link = waiting
      isHeard = true
      waiting = null
      return link
    },
    pause: () => {
      isHeard = false
    },
  }
}
