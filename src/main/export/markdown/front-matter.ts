import { stringify } from 'yaml'
import type { Article } from '../../../shared/model/article.ts'
import { bylineNames } from '../../../shared/text/byline-names.ts'
import { deepLink } from '../../../shared/text/deep-link.ts'
import { obsidianTag } from './obsidian-tag.ts'

/**
 * An article's facts as YAML, without the `---` lines: what is unknown is left out. Quoted wherever YAML 1.1 or 1.2
 * would read a text as something else (`no`, `2022`, `1e3`), so that every reader gets the same.
 */
export function frontMatter(article: Article): string {
  return toYaml(factsOf(article))
}

/**
 * The same as Obsidian's properties take it. Its help ("Properties") knows dates as `2020-08-21` and times as
 * `2020-08-21T10:30:00`, without zone or fractions: `published` is the date that the source said, `added` in UTC.
 */
export function obsidianFrontMatter(article: Article): string {
  return toYaml({
    ...factsOf(article),
    published: article.published?.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1') ?? null,
    added: article.added.slice(0, '2020-08-21T10:30:00'.length),
    tags: [...new Set(article.tags.map(obsidianTag).filter((tag) => tag !== ''))],
  })
}

type Facts = Readonly<Record<string, string | readonly string[] | true | null>>

function factsOf(article: Article): Facts {
  return {
    title: article.title,
    author: bylineNames(article.byline),
    publication: article.publication,
    published: article.published,
    url: article.url,
    added: article.added,
    language: article.language,
    tags: article.tags,
    collections: article.collections,
    state: article.state === 'unread' ? null : article.state,
    starred: article.starred || null,
    uid: article.uid,
    link: deepLink(article.uid),
  }
}

function toYaml(facts: Facts): string {
  const known = Object.entries(facts).filter(([, value]) => value !== null && (value === true || value.length > 0))
  return stringify(Object.fromEntries(known), { lineWidth: 0, compat: 'yaml-1.1' }).trimEnd()
}
