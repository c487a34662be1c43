import type { Article } from '../../shared/model/article.ts'
import type { ShownRendition } from './mark.ts'

/** Which text an article was answered with: the current rendition of a version (null = the current one). */
export function shownRendition(article: Pick<Article, 'versions'>, version: number | null): ShownRendition | null {
  const shown = article.versions.find((entry) => (version === null ? entry.current : entry.number === version))
  const rendition = shown?.renditions.find(({ current }) => current)
  return shown === undefined || rendition === undefined ? null : { version: shown.number, rendition: rendition.number }
}
