import type { Database } from 'better-sqlite3'
import {
  FACET_NAMES,
  type Facet,
  type FacetName,
  type FacetsAnswer,
  type FacetsRequest,
  type FacetValue,
} from '../../shared/model/search-facets.ts'
import type { ArticleId } from '../../shared/model/identity.ts'
import { authorValues, mostFirst } from './author-values.ts'
import { quoteCollectionPath, quoteQueryValue } from '../../shared/query/quote-query-value.ts'
import { writeFilter } from '../../shared/query/write-filter.ts'
import { foldName } from '../../shared/text/fold-name.ts'
import { FLAGS, type FacetRow, type FacetRows, type Membership } from './facet-rows.ts'
import { createNameTest } from './name-match.ts'
import { foundIds, runQuery, type Engine } from './run-query.ts'

/** Values of one facet that are told. */
const MOST_VALUES = 30

/** Counts what a query finds by everything it can be narrowed by. */
export function countFacets(engine: Engine, rows: FacetRows, { query, match }: FacetsRequest): FacetsAnswer {
  const started = performance.now()
  const found = runQuery(engine, query, match)
  const ids = found.total === 0 ? [] : foundIds(engine, found)
  const counted = countRows(rows.rowsOf(ids))
  const facets: Readonly<Record<FacetName, Facet>> = {
    ...counted,
    tag: tagFacet(engine.database, rows.membersOf('tag', ids), ids.length),
    collection: collectionFacet(engine.database, rows.membersOf('collection', ids), ids.length),
  }
  return {
    total: found.total,
    relaxed: found.relaxed,
    milliseconds: performance.now() - started,
    facets: FACET_NAMES.map((name) => facets[name]),
  }
}

type Counts = Map<string, number>

function add(counts: Counts, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

type RowFacet = Exclude<FacetName, 'tag' | 'collection'>

function countRows(rows: Iterable<FacetRow>): Readonly<Record<RowFacet, Facet>> {
  const counts = {
    publication: new Map<string, number>(),
    author: new Map<string, number>(),
    year: new Map<string, number>(),
    language: new Map<string, number>(),
    state: new Map<string, number>(),
    notes: new Map<string, number>(),
  }
  let all = 0
  let unmarked = 0
  for (const row of rows) {
    all += 1
    if (row.publication !== null) add(counts.publication, row.publication)
    if (row.byline !== null) add(counts.author, row.byline)
    if (row.year !== null) add(counts.year, row.year)
    if (row.language !== null) add(counts.language, row.language)
    add(counts.state, row.state)
    if (row.flags & FLAGS.starred) add(counts.state, 'starred')
    if (row.flags & FLAGS.incomplete) add(counts.state, 'incomplete')
    if (row.flags & FLAGS.note) add(counts.notes, 'note')
    if (row.flags & FLAGS.highlight) add(counts.notes, 'highlight')
    if ((row.flags & (FLAGS.note | FLAGS.highlight)) === 0) unmarked += 1
  }
  return facetsOf(counts, all, unmarked)
}

function facetsOf(
  { publication, author, year, language, state, notes }: Readonly<Record<RowFacet, Counts>>,
  all: number,
  unmarked: number,
): Readonly<Record<RowFacet, Facet>> {
  const without = (counts: Counts): number => all - sumOf(counts)
  return {
    publication: facetOf('publication', publicationValues(publication), without(publication)),
    author: { name: 'author', ...authorValues(author, MOST_VALUES), without: without(author) },
    year: facetOf('year', valuesOf(year, yearCondition).sort(newestFirst), without(year)),
    language: facetOf(
      'language',
      valuesOf(language, (code) => writeFilter('lang', code)),
      without(language),
    ),
    state: facetOf(
      'state',
      valuesOf(state, (name) => `is:${name}`),
      0,
    ),
    notes: facetOf(
      'notes',
      valuesOf(notes, (name) => `has:${name}`),
      unmarked,
    ),
  }
}

function sumOf(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

/** `after:` begins when the year named is over, `before:` ends where it begins. */
function yearCondition(year: string): string {
  const number = Number(year)
  const written = (other: number): string => String(other).padStart(4, '0')
  return `after:${written(number - 1)} before:${written(number + 1)}`
}

function newestFirst(one: FacetValue, other: FacetValue): number {
  return one.value < other.value ? 1 : -1
}

function valuesOf(counts: Counts, condition: (value: string) => string): FacetValue[] {
  const values = Array.from(counts, ([value, articles]) => ({ value, articles, condition: condition(value) }))
  return values.sort(mostFirst)
}

function facetOf(name: FacetName, values: readonly FacetValue[], without: number): Facet {
  const told = values.slice(0, MOST_VALUES)
  return { name, values: told, others: values.length - told.length, without }
}

/** Names that hold a name as whole words are found by it too, so they count with it: what is told is what a click finds. */
function publicationValues(counts: Counts): readonly FacetValue[] {
  const values = valuesOf(counts, (name) => writeFilter('publication', name))
  return values.map((one, at) => {
    if (at >= MOST_VALUES) return one
    const isFound = createNameTest(one.value)
    const others = values.filter((other) => other !== one && isFound(other.value))
    return { ...one, articles: others.reduce((sum, other) => sum + other.articles, one.articles) }
  })
}

/** Counts articles by group and everything above it, each once. `upward` gives a group and those it lies in. */
function countGroups(
  members: Iterable<Membership>,
  upward: (group: number) => readonly number[],
): { readonly counts: ReadonlyMap<number, number>; readonly articles: number } {
  const counts = new Map<number, number>()
  const last = new Map<number, ArticleId>()
  const articles = new Set<ArticleId>()
  for (const [article, group] of members) {
    articles.add(article)
    for (const one of upward(group)) {
      if (last.get(one) === article) continue
      last.set(one, article)
      counts.set(one, (counts.get(one) ?? 0) + 1)
    }
  }
  return { counts, articles: articles.size }
}

interface Tag {
  readonly id: number
  readonly name: string
}

/** A tag finds the tags below it (`kitchen` also `kitchen/drinks`), so their articles count with it. */
function tagFacet(database: Database, members: Iterable<Membership>, found: number): Facet {
  const tags = database.prepare<[], Tag>('SELECT id, name FROM tag').all()
  const byKey = new Map(tags.map((tag) => [foldName(tag.name), tag.id]))
  const above = new Map(tags.map((tag) => [tag.id, keysOf(foldName(tag.name)).flatMap((key) => byKey.get(key) ?? [])]))
  const names = new Map(tags.map((tag) => [tag.id, tag.name]))
  const { counts, articles } = countGroups(members, (group) => above.get(group) ?? [])
  const values = groupValues(counts, (id) => {
    const name = names.get(id) ?? ''
    return { value: name, condition: `tag:${quoteQueryValue(name)}` }
  })
  return facetOf('tag', values, found - articles)
}

/** `a/b/c` → `a`, `a/b`, `a/b/c`. */
function keysOf(key: string): readonly string[] {
  const steps = key.split('/')
  return steps.map((_, at) => steps.slice(0, at + 1).join('/'))
}

interface Collection {
  readonly id: number
  readonly parent: number | null
  readonly name: string
}

function collectionFacet(database: Database, members: Iterable<Membership>, found: number): Facet {
  const all = database.prepare<[], Collection>('SELECT id, parent, name FROM collection').all()
  const byId = new Map(all.map((one) => [one.id, one]))
  const upward = (id: number): readonly Collection[] => {
    const steps: Collection[] = []
    for (let at = byId.get(id); at !== undefined && steps.length <= all.length;) {
      steps.push(at)
      at = at.parent === null ? undefined : byId.get(at.parent)
    }
    return steps
  }
  const { counts, articles } = countGroups(members, (id) => upward(id).map((one) => one.id))
  const values = groupValues(counts, (id) => {
    const path = upward(id)
      .map((one) => one.name)
      .reverse()
    return { value: path.join('/'), condition: `in:${quoteCollectionPath(path)}` }
  })
  return facetOf('collection', values, found - articles)
}

function groupValues(
  counts: ReadonlyMap<number, number>,
  describe: (id: number) => Omit<FacetValue, 'articles'>,
): readonly FacetValue[] {
  const values = Array.from(counts, ([id, articles]) => ({ ...describe(id), articles }))
  return values.sort(mostFirst)
}
