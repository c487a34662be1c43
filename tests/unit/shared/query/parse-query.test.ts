import { describe, expect, it } from 'vitest'
import type { QueryNode } from '../../../../src/shared/model/query.ts'
import { parseQuery } from '../../../../src/shared/query/parse-query.ts'
import { WORLD_NOW } from '../../search/support/search-world.ts'

/** A query's tree on one line, to compare with. */
function shown(node: QueryNode): string {
  if (node.kind === 'group') {
    const signs = { plain: '', must: '+', 'must-not': '-' }
    return `(${node.items.map((item) => signs[item.sign] + shown(item.node)).join(' ')})`
  }
  if (node.kind === 'or') return node.children.map(shown).join('|')
  if (node.kind === 'filter') return `{${Object.values(node.filter).join(' ')}}`
  const field = node.field === null ? '' : `${node.field}:`
  if (node.kind === 'phrase')
    return `${field}"${node.text}"${node.distance === null ? '' : `~${String(node.distance)}`}`
  return field + node.text + (node.kind === 'prefix' ? '*' : node.kind === 'fuzzy' ? `~${String(node.edits)}` : '')
}

const tree = (query: string): string => shown(parseQuery(query, WORLD_NOW).root)
const problems = (query: string) =>
  parseQuery(query, WORLD_NOW).parts.flatMap((part) => (part.problem === null ? [] : [`${part.text}: ${part.problem}`]))

describe('a query', () => {
  it.each([
    ['ice core', '(ice core)'],
    ['ice OR snow core', '(ice|snow core)'],
    ['(ice core) OR snow', '((ice core)|snow)'],
    ['"ice core" "ice core"~8 “ice”', '("ice core" "ice core"~8 "ice")'],
    ['-ice +snow well-known', '(-ice +snow well-known)'],
    ['-(ice snow)', '(-(ice snow))'],
    ['core* antartica~1 antartica~ x~2', '(core* antartica~1 antartica~1 x~2)'],
    ['title:ice by:"Jo Smith" author:jo text:x* note:y', '(title:ice byline:"Jo Smith" byline:jo body:x* note:y)'],
    ['title:(ice OR snow)', '((title:ice|title:snow))'],
    ['TITLE:ice Tag:War', '(title:ice {tag War})'],
    ['tag:"long reads" in:Work/War site:a.org', '({tag long reads} {in Work/War} {site a.org})'],
    ['is:unread has:notes', '({is unread} {has note})'],
    ['after:2021 before:2022-03 after:2022-02-28', '({after 2022-01-01} {before 2022-03-01} {after 2022-03-01})'],
    ['added:7d', '({added 2026-11-16T12:00:00.000Z })'],
    ['added:2026-11', '({added 2026-11-01 2026-12-01})'],
    ['12:30 https://a.org/b?c=d me@a.org', '(12:30 https://a.org/b?c=d me@a.org)'],
    ['AT&T -R&D title:Q&A&B', '("AT&T" -"R&D" title:"Q&A&B")'],
    ['tea & milk AT& &T C++ a?b=c&d=e', '(tea milk AT& &T C++ a?b=c&d=e)'],
    ['ice OR', '(ice)'],
    ['tea AND milk', '(tea milk)'],
    ['tea and milk not sugar', '(tea and milk not sugar)'],
    ['tea NOT milk', '(tea -milk)'],
    ['NOT milk', '(-milk)'],
    ['tea AND NOT milk', '(tea -milk)'],
    ['tea OR NOT milk', '(tea|(-milk))'],
    ['NOT (tea OR milk) AND "ice core" AND title:x', '(-(tea|milk) "ice core" title:x)'],
    ['(ice)AND(snow) AND -x', '((ice) (snow) -x)'],
    ['tea NOT title:"ice core"', '(tea -title:"ice core")'],
    ['tea NOT tag:x AND is:unread', '(tea -{tag x} {is unread})'],
    ['AND tea', '(AND tea)'],
    ['tea AND', '(tea AND)'],
    ['tea NOT', '(tea NOT)'],
    ['(AND tea NOT) NOT', '((AND tea NOT) NOT)'],
    ['"NOT" title:NOT -AND tea', '("NOT" title:NOT -AND tea)'],
    ['tea NOT NOT milk', '(tea NOT -milk)'],
    ['tea AND AND milk', '(tea AND milk)'],
    ['tea NOT -milk', '(tea NOT -milk)'],
    ['tea AND OR milk', '(tea AND|milk)'],
    ['', '()'],
    [') ( "" - +', '()'],
  ])('%s is understood as %s', (query, expected) => {
    expect(tree(query)).toBe(expected)
  })

  it.each([
    ['after:banana', ['after:banana: unknown-value']],
    ['before:2022-02-30', ['before:2022-02-30: unknown-value']],
    ['is:purple', ['is:purple: unknown-value']],
    ['lang:russian', ['lang:russian: unknown-value']],
    ['lang:xx', ['lang:xx: unknown-value']],
    ['lang:DE lang:grc', []],
    ['titel:tee', ['titel:tee: unknown-field']],
    ['published:2022 -título:x', ['published:2022: unknown-field', 'título:x: unknown-field']],
    ['titel:"ice core" foo:(x)', ['titel:: unknown-field', 'foo:: unknown-field']],
    ['12:30 https://a.org mailto:x@a.org re: std::sort a:b title:foo:bar', []],
    ['tag: x', ['tag:: no-value']],
    ['"ice core', ['"ice core: unclosed-quote']],
    ['(ice', ['(: unclosed-parenthesis']],
    ['ice)', ['): unopened-parenthesis']],
    ['OR ice', ['OR: out-of-place']],
    ['ice !!', ['!!: no-words']],
  ])('%s says what was not understood', (query, expected) => {
    expect(problems(query)).toEqual(expected)
  })

  it('searches what it could not understand as words', () => {
    expect(tree('after:banana "ice core')).toBe('(after:banana ice core)')
  })

  it('takes at most 200 terms and 50 levels, and says which part it left', () => {
    const many = parseQuery('ice '.repeat(205), WORLD_NOW)
    expect(many.root.items).toHaveLength(200)
    expect(many.parts.filter((part) => part.problem === 'too-many-terms')).toHaveLength(5)
    expect(problems('('.repeat(51) + 'ice')).toContain('(: too-deep')
    expect(tree('('.repeat(60) + 'ice' + ')'.repeat(60))).toContain('ice')
  })

  it('takes at most 12 different words with * or ~, and says which ones it searched as they are written', () => {
    const letters = Array.from('abcdefghijklmn')
    const { parts, root } = parseQuery(`${letters.map((letter) => `${letter}*`).join(' ')} a* b~1`, WORLD_NOW)
    expect(
      parts.filter(({ problem }) => problem !== null).map(({ text, kind, problem }) => [text, kind, problem]),
    ).toEqual([
      ['m*', 'word', 'too-many-open'],
      ['n*', 'word', 'too-many-open'],
      ['b~1', 'word', 'too-many-open'],
    ])
    expect(root.items.filter(({ node }) => node.kind === 'prefix')).toHaveLength(13)
  })

  it('says of NOT what it says of a minus, at the place of the term', () => {
    const { parts } = parseQuery('tea AND NOT title:milk', WORLD_NOW)
    expect(parts.map(({ text, start, sign, field, problem }) => [text, start, sign, field, problem])).toEqual([
      ['tea', 0, 'plain', null, null],
      ['title:milk', 12, 'must-not', 'title', null],
    ])
  })

  it('gives every part its place', () => {
    const query = 'ice -"snow core" title:x'
    const { parts } = parseQuery(query, WORLD_NOW)
    expect(parts.map((part) => [query.slice(part.start, part.end), part.kind, part.sign, part.field])).toEqual([
      ['ice', 'word', 'plain', null],
      ['"snow core"', 'phrase', 'must-not', null],
      ['title:x', 'word', 'plain', 'title'],
    ])
  })
})
