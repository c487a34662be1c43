import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../src/shared/query/parse-query.ts'
import { isFilterName, TEXT_FIELDS } from '../../../../src/shared/query/query-filters.ts'
import { describeQueryProblem } from '../../../../src/shared/text/describe-query-problem.ts'

const said = (query: string): readonly string[] =>
  parseQuery(query, '2026-11-23T12:00:00.000Z').parts.flatMap((part) => describeQueryProblem(part) ?? [])

describe('what of a query was not understood', () => {
  it.each([
    ['added:tomorrow', '“added:tomorrow” is not a date (such as added:2022-03, or added:7d for the last seven days)'],
    ['after:banana', '“after:banana” is not a date (such as after:2022 or after:2022-03-05)'],
    ['is:purple', '“is:purple”: is: knows unread, reading, read, starred, incomplete'],
    ['lang:Russian', '“lang:Russian” is not the code of a language (such as lang:en; russian is lang:ru)'],
    ['lang:xx', '“lang:xx” is not the code of a language (such as lang:en)'],
    ['tag: tea', '“tag:” has no value after it'],
    ['"ice core', 'the quotation mark before “ice core” is not closed'],
  ])('%s is told in words, as searched as words', (query, sentence) => {
    expect(said(query)).toEqual([`${sentence}; searched as words`])
  })

  it.each([
    ['OR tea', '“OR” has nothing on one side to choose from'],
    ['tea !!', '“!!” has no letters or digits'],
    ['(tea', 'a parenthesis is not closed'],
    ['tea)', 'a parenthesis is closed that was not opened'],
  ])('%s is told in words, as left out', (query, sentence) => {
    expect(said(query)).toEqual([`${sentence}; left out`])
  })

  it('names only fields that there are, and all of them', () => {
    const names = /\(there are (.*)\)/.exec(said('titel:tee')[0] ?? '')?.[1]?.split(/, | and /) ?? []
    expect(names.filter((name) => !TEXT_FIELDS.has(name) && !isFilterName(name))).toEqual([])
    expect(names).toHaveLength(TEXT_FIELDS.size + 11)
  })

  it('names every field when one is not known, and no code for any problem', () => {
    expect(said('titel:tee')[0]).toMatch(/^“titel:tee”: there is no field “titel” \(there are title, by, .* has\); /)
    expect(said(`${'('.repeat(51)}tea`).join()).toContain('nested too deep')
    expect(said('tea '.repeat(201)).join()).toContain('after the 200 words')
    expect(said('tea "ice core" -x lang:de')).toEqual([])
  })

  it('says of a phrase that was not looked up what counts instead', () => {
    const place = { text: '"was"', start: 0, end: 5, sign: 'plain', field: null } as const
    expect(describeQueryProblem({ kind: 'phrase', problem: 'too-common', ...place })).toBe(
      '"was" stands in too many articles to be looked up word for word; other forms of its words count too',
    )
  })
})
