import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import { wordTokens } from '../../src/main/search/analyse.ts'
import { createWorld, openWorld } from '../unit/search/support/search-world.ts'

/** Words whose forms meet under English, some of them near each other in spelling. */
const WORDS = (
  'run runs running runner ice icy iced core cores corer snow snowed snowing glacier glaciers north northern nation ' +
  'national nations national war wars warm warmer sea seas see seen air airs fair stare star stars tsar form from forms'
).split(' ')

interface Doc {
  readonly title: string
  readonly body: string
}

const sentence = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((words) => words.join(' '))
const docs: fc.Arbitrary<readonly Doc[]> = fc.array(fc.record({ title: sentence(3), body: sentence(12) }), {
  minLength: 1,
  maxLength: 25,
})

/** A clause as both write it. */
interface Clause {
  readonly word: string
  readonly kind: 'word' | 'prefix' | 'fuzzy'
  readonly sign: '' | '+' | '-'
  readonly field: 'title' | null
}

const clauseOf = (kinds: readonly Clause['kind'][]): fc.Arbitrary<Clause> =>
  fc.record({
    word: fc.constantFrom(...WORDS),
    kind: fc.constantFrom(...kinds),
    sign: fc.constantFrom('', '', '+', '-'),
    field: fc.constantFrom(null, null, 'title'),
  })

function written({ word, kind, sign, field }: Clause): string {
  const term = kind === 'prefix' ? `${word.slice(0, 3)}*` : kind === 'fuzzy' ? `${word}~1` : word
  return `${sign}${field === null ? '' : `${field}:`}${term}`
}

/** lunr over Offprint's own tokens: its tokenizer cuts as Offprint does, and its pipeline does nothing. */
function oracleOf(articles: readonly Doc[], language: string): (clauses: readonly Clause[]) => readonly string[] {
  const tokenOf = (word: string): string => wordTokens(language)(word)?.stem ?? word
  const tokens = (text: string): lunr.Token[] => text.split(' ').map((word) => new lunr.Token(tokenOf(word), {}))
  const index = lunr((builder) => {
    builder.pipeline.reset()
    builder.searchPipeline.reset()
    ;(builder as { tokenizer: unknown }).tokenizer = (text: string | null | undefined) => tokens(text ?? '')
    builder.ref('id')
    builder.field('title')
    builder.field('body')
    articles.forEach((article, at) => {
      builder.add({ id: String(at), ...article })
    })
  })
  const presence = {
    '': lunr.Query.presence.OPTIONAL,
    '+': lunr.Query.presence.REQUIRED,
    '-': lunr.Query.presence.PROHIBITED,
  }
  return (clauses) => {
    const found = index.query((query) => {
      for (const { word, kind, sign, field } of clauses) {
        query.term(kind === 'prefix' ? word.slice(0, 3) : tokenOf(word), {
          presence: presence[sign],
          usePipeline: false,
          ...(field === null ? {} : { fields: [field] }),
          ...(kind === 'prefix' ? { wildcard: lunr.Query.wildcard.TRAILING } : {}),
          ...(kind === 'fuzzy' ? { editDistance: 1 } : {}),
        })
      }
    })
    return found.map(({ ref }) => ref).sort()
  }
}

function offprintOf(articles: readonly Doc[], language: string): (query: string) => readonly string[] {
  const world = createWorld(openWorld())
  articles.forEach((article, at) => world.add({ ...article, byline: `number${String(at)}`, language }))
  const byUid = new Map(
    articles.map((_, at) => [world.search.choose(`by:number${String(at)}`)[0], String(at)] as const),
  )
  return (query) => {
    const { hits } = world.search.search({ query, match: 'any', limit: 100, offset: 0 })
    return hits.map(({ uid }) => byUid.get(uid) ?? '').sort()
  }
}

describe('Offprint finds what lunr finds over the same tokens', () => {
  it.each([
    ['words, signs and fields, in English', 'en', ['word'] as const],
    ['beginnings and slips too, where nothing is stemmed', 'und', ['word', 'prefix', 'fuzzy'] as const],
  ])('%s', (_, language, kinds) => {
    fc.assert(
      fc.property(
        docs,
        fc.array(fc.array(clauseOf(kinds), { minLength: 1, maxLength: 4 }), { minLength: 5, maxLength: 20 }),
        (articles, queries) => {
          const [oracle, offprint] = [oracleOf(articles, language), offprintOf(articles, language)]
          for (const clauses of queries) {
            const query = clauses.map(written).join(' ')
            expect([query, offprint(query)]).toEqual([query, oracle(clauses)])
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})
