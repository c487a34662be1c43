import type { Article } from '../../../src/shared/model/article.ts'

/** Where the host serves an article's current text, after `contentBase`. */
export function readerAddress({ uid, versions }: Article): string {
  const version = versions.find(({ current }) => current)
  const rendition = version?.renditions.find(({ current }) => current)
  return `article/${uid}/${version?.number ?? 0}/${rendition?.number ?? 0}`
}
