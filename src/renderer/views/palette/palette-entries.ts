import type { ArticleRow } from '../../../shared/model/article.ts'
import type { CollectionNode, TagCount } from '../../../shared/model/organisation.ts'
import { displayTitle } from '../../../shared/text/display-title.ts'
import { flattenCollections } from '../../composables/flatten-collections.ts'
import { matchWords } from './match-words.ts'
import type { Typed } from './read-typed.ts'

type Marks = readonly (readonly [start: number, end: number])[]

/** A line of the palette, with its own words and where they fit what was typed. */
export type PaletteEntry =
  | { readonly kind: 'command'; readonly id: string; readonly label: string; readonly marks: Marks }
  | { readonly kind: 'article'; readonly label: string; readonly marks: Marks; readonly row: ArticleRow }
  | { readonly kind: 'tag'; readonly label: string; readonly marks: Marks; readonly articles: number }
  | {
      readonly kind: 'collection'
      readonly label: string
      readonly marks: Marks
      readonly path: readonly string[]
      readonly articles: number
    }
  | { readonly kind: 'text' | 'author'; readonly label: string; readonly query: string; readonly count: number | null }

/** Lines under one heading; key of `palette.group`. */
export interface PaletteGroup {
  readonly key: 'here' | 'everywhere' | 'articles' | 'tags' | 'collections' | 'authors' | 'text'
  readonly entries: readonly PaletteEntry[]
}

/** A command that can be run now. `here` = of what is shown, else of the whole window. */
export interface CommandChoice {
  readonly id: string
  readonly label: string
  readonly here: boolean
}

/** What the palette chooses from. */
export interface PaletteChoices {
  readonly commands: readonly CommandChoice[]
  readonly articles: readonly ArticleRow[]
  readonly tags: readonly TagCount[]
  readonly collections: readonly CollectionNode[]
  /** The full-text query for what was typed and how many articles it finds; null = there is none. */
  readonly text: { readonly query: string; readonly count: number | null } | null
  readonly author: { readonly query: string; readonly count: number | null } | null
}

/** Most lines of a kind beside others. */
const FEW = 6
const MANY = 40

/** Groups of lines for what was typed, the best first in each; empty groups are left out. */
export function paletteGroups(typed: Typed, choices: PaletteChoices): readonly PaletteGroup[] {
  return groupsOf(typed, choices).filter((group) => group.entries.length > 0)
}

function groupsOf({ mode, words }: Typed, choices: PaletteChoices): readonly PaletteGroup[] {
  const articles: PaletteGroup = { key: 'articles', entries: articleEntries(words, choices.articles) }
  const text: PaletteGroup = { key: 'text', entries: queryEntries('text', words, choices.text) }
  if (mode === 'text') return [text, articles]
  if (mode === 'author') return [{ key: 'authors', entries: queryEntries('author', words, choices.author) }, articles]
  if (mode === 'tag') return [{ key: 'tags', entries: tagEntries(words, choices.tags, MANY) }]
  const commandsOf = (here: boolean): readonly PaletteEntry[] =>
    commandEntries(
      words,
      choices.commands.filter((command) => command.here === here),
    )
  const isSearching = words !== ''
  return [
    { key: 'here', entries: commandsOf(true) },
    { key: 'everywhere', entries: commandsOf(false) },
    articles,
    { key: 'tags', entries: isSearching ? tagEntries(words, choices.tags, FEW) : [] },
    { key: 'collections', entries: isSearching ? collectionEntries(words, choices.collections) : [] },
    text,
  ]
}

interface Matched<Value> {
  readonly value: Value
  readonly marks: Marks
}

/** Those that match, best first; what fits alike stays in its order. */
function matching<Value>(
  words: string,
  values: readonly Value[],
  labelOf: (value: Value) => string,
): readonly Matched<Value>[] {
  return values
    .flatMap((value) => {
      const match = matchWords(words, labelOf(value))
      return match === null ? [] : [{ value, marks: match.marks, score: words === '' ? 0 : match.score }]
    })
    .sort((one, other) => other.score - one.score)
}

function commandEntries(words: string, commands: readonly CommandChoice[]): readonly PaletteEntry[] {
  return matching(words, commands, ({ label }) => label)
    .slice(0, words === '' ? MANY : FEW)
    .map(({ value: { id, label }, marks }) => ({ kind: 'command', id, label, marks }))
}

/** Articles were found by their words already; letters are marked where the typed ones stand in the title as they are. */
function articleEntries(words: string, rows: readonly ArticleRow[]): readonly PaletteEntry[] {
  return rows.map((row) => {
    const label = displayTitle(row)
    return { kind: 'article', label, row, marks: matchWords(words, label)?.marks ?? [] }
  })
}

function tagEntries(words: string, tags: readonly TagCount[], most: number): readonly PaletteEntry[] {
  return matching(words, tags, ({ name }) => name)
    .slice(0, most)
    .map(({ value: { name, articles }, marks }) => ({ kind: 'tag', label: name, articles, marks }))
}

function collectionEntries(words: string, nodes: readonly CollectionNode[]): readonly PaletteEntry[] {
  return matching(words, flattenCollections(nodes), ({ path }) => path.join(' / '))
    .slice(0, FEW)
    .map(({ value: { path, articles }, marks }) => ({
      kind: 'collection',
      label: path.join(' / '),
      path,
      articles,
      marks,
    }))
}

function queryEntries(
  kind: 'text' | 'author',
  words: string,
  found: { readonly query: string; readonly count: number | null } | null,
): readonly PaletteEntry[] {
  return found === null || words === '' ? [] : [{ kind, label: words, query: found.query, count: found.count }]
}
