import { stringify } from 'yaml'
import type { Article } from '../../../shared/model/article.ts'
import { deepLink } from '../deep-link.ts'
import { authorsOf } from './template-values.ts'

/**
 * An article's facts as YAML, without the `---` lines: what is unknown is left out. Quoted wherever YAML 1.1 or 1.2
 * would read a text as something else (`no`, `2022`, `1e3`), so that every reader gets the same.
 */
export function frontMatter(article: Article): string {
  const facts: Record<string, string | readonly string[] | null> = {
    title: article.title,
    author: authorsOf(article),
    publication: article.publication,
    published: article.published,
    url: article.url,
    added: article.added,
    language: article.language,
    tags: article.tags,
    collections: article.collections,
    uid: article.uid,
    link: deepLink(article.uid),
  }
  const known = Object.entries(facts).filter(([, value]) => value !== null && value.length > 0)
  return stringify(Object.fromEntries(known), { lineWidth: 0, compat: 'yaml-1.1' }).trimEnd()
}
