import fc from 'fast-check'

const pieces = [
  fc.constantFrom(
    'ice',
    'core',
    '"ice core"',
    'OR',
    'AND',
    'NOT',
    'NEAR',
    '(',
    ')',
    '-',
    '+',
    '"',
    '“',
    '*',
    '~1',
    '~2',
  ),
  fc.constantFrom('title:', 'by:', 'text:', 'note:', 'tag:', 'in:work', 'after:2021', 'before:2022-13', 'added:7d'),
  fc.constantFrom(
    'is:read',
    'has:note',
    'type:html',
    'lang:uk',
    'site:a.b',
    '{title}',
    '^ice',
    'a:b',
    '東京',
    '都',
    '都*',
  ),
  fc.constantFrom("l'homme", 'co*', 'antartica~1', '"ice antarctica"~8', '\0', '\ud800', "'", ';--', '%', '\\', ' '),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
]

/** Queries put together from the language's pieces, odd strings and given words, in any order. */
export function randomQuery(words: readonly string[]): fc.Arbitrary<string> {
  const known = words.length === 0 ? [] : [fc.constantFrom(...words), fc.constantFrom(...words)]
  const piece = fc.oneof(...pieces, ...known)
  return fc.array(fc.tuple(piece, fc.constantFrom('', ' '))).map((parts) => parts.flat().join(''))
}
