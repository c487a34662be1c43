import type { Database } from 'better-sqlite3'
import type { QueryFilter } from '../../shared/model/query.ts'
import { pathOfQueryValue, unescapeQueryValue } from '../../shared/query/quote-query-value.ts'
import { foldName } from '../../shared/text/fold-name.ts'
import type { Sql } from './condition.ts'
import { createNameTest } from './name-match.ts'

interface Named {
  readonly id: number
  readonly parent: number | null
  readonly name: string
}

type NamedValue = Extract<QueryFilter, { readonly value: string }>

const STATES: Readonly<Record<string, string>> = {
  unread: `l.state = 'unread'`,
  reading: `l.state = 'reading'`,
  read: `l.state = 'read'`,
  starred: 'l.starred = 1',
  incomplete: 'l.incomplete = 1',
}
const POSSESSIONS: Readonly<Record<string, string>> = {
  note: 'l.notes > 0',
  highlight: 'l.highlights > 0',
  tag: 'EXISTS (SELECT 1 FROM article_tag WHERE article_tag.article = l.article)',
  collection: 'EXISTS (SELECT 1 FROM article_collection WHERE article_collection.article = l.article)',
  date: 'l.published IS NOT NULL',
}

/** A LIKE pattern for text that contains this, with `\\` as the escape character. */
function likeText(text: string): string {
  return `%${text.replace(/[\\%_]/g, (char) => `\\${char}`)}%`
}

/**
 * Makes SQL of a filter on `article_listing l`. Tags, collections and publications are looked up by folded name, which
 * SQLite cannot do; there are few of them beside the articles. A publication may be given by a part of its name, a tag
 * finds the tags below it (`kitchen` also `kitchen/drinks`).
 */
export function createFilterSql(database: Database): (filter: QueryFilter) => Sql {
  const tags = database.prepare<[], Named>('SELECT id, NULL AS parent, name FROM tag')
  const collections = database.prepare<[], Named>('SELECT id, parent, name FROM collection')
  const publications = database
    .prepare<[], string>('SELECT DISTINCT publication FROM article_listing WHERE publication IS NOT NULL')
    .pluck()
  const named = ({ name, value }: NamedValue): Sql => {
    if (name === 'is') return { sql: STATES[value] ?? '0', values: [] }
    if (name === 'has') return { sql: POSSESSIONS[value] ?? '0', values: [] }
    if (name === 'site') return siteSql(value)
    if (name === 'type') return { sql: `l.media_type LIKE ? ESCAPE '\\'`, values: [likeText(value)] }
    if (name === 'lang') return { sql: 'l.language = ?', values: [value.toLowerCase()] }
    if (name === 'publication') {
      const spellings = publications.all().filter(createNameTest(value))
      return { sql: 'l.publication IN (SELECT value FROM json_each(?))', values: [JSON.stringify(spellings)] }
    }
    if (name === 'tag') {
      const wanted = foldName(unescapeQueryValue(value))
      const within = tags.all().filter((tag) => `${foldName(tag.name)}/`.startsWith(`${wanted}/`))
      return membershipSql('article_tag', 'tag', within)
    }
    return membershipSql('article_collection', 'collection', collectionsWithin(collections.all(), value))
  }
  return (filter) => {
    if ('value' in filter) return named(filter)
    if (filter.name === 'added') return addedSql(filter.from, filter.until)
    if (filter.name === 'after') return { sql: 'l.published_from >= ?', values: [filter.day] }
    return { sql: 'l.published_until <= ?', values: [filter.day] }
  }
}

function addedSql(from: string, until: string | null): Sql {
  if (until === null) return { sql: 'l.added_at >= ?', values: [from] }
  return { sql: '(l.added_at >= ? AND l.added_at < ?)', values: [from, until] }
}

/** A site and the hosts under it. */
function siteSql(site: string): Sql {
  const host = site.toLowerCase().replace(/^www\./, '')
  return { sql: `(l.site = ? OR l.site LIKE ? ESCAPE '\\')`, values: [host, likeText(`.${host}`).slice(0, -1)] }
}

function membershipSql(table: string, column: string, members: readonly Named[]): Sql {
  const ids = JSON.stringify(members.map((member) => member.id))
  return {
    sql: `l.article IN (SELECT article FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?)))`,
    values: [ids],
  }
}

/** Collections of that name, or at that path (`Work/War`, from the root `/Work/War`), with everything below them. */
function collectionsWithin(all: readonly Named[], value: string): readonly Named[] {
  const byId = new Map(all.map((collection) => [collection.id, collection]))
  const keysUpward = (start: Named): readonly string[] => {
    const keys: string[] = []
    for (let one: Named | undefined = start; one !== undefined && keys.length <= all.length;) {
      keys.push(foldName(one.name))
      one = one.parent === null ? undefined : byId.get(one.parent)
    }
    return keys.reverse()
  }
  const path = pathOfQueryValue(value)?.map(foldName)
  const wanted = foldName(unescapeQueryValue(value))
  return all.filter((collection) => {
    const keys = keysUpward(collection)
    if (path !== undefined) return path.every((step, index) => keys[index] === step)
    return keys.some((_, index) => keys[index] === wanted || keys.slice(0, index + 1).join('/') === wanted)
  })
}
