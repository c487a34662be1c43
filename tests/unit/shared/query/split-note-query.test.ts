import { expect, it } from 'vitest'
import { splitNoteQuery } from '../../../../src/shared/query/split-note-query.ts'

it.each([
  ['lamp', ['lamp'], ''],
  ['lamp oil', ['lamp', 'oil'], ''],
  ['"the lamp" oil', ['the lamp', 'oil'], ''],
  ['lamp tag:food', ['lamp'], 'tag:food'],
  ['tag:"a b" lamp after:2021 oil', ['lamp', 'oil'], 'tag:"a b"  after:2021'],
  ['note:lamp', ['lamp'], ''],
  ['title:lamp promise', ['promise'], 'title:lamp'],
  ['by:lindqvist', [], 'by:lindqvist'],
  ['lamp -lang:de', ['lamp'], '-lang:de'],
  ['lamp AND tag:food', ['lamp'], 'tag:food'],
  ['light*', ['light'], ''],
  ['', [], ''],
])('a query for notes: %s', (query, words, articles) => {
  expect(splitNoteQuery(query)).toEqual({ words, articles })
})
