import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitFrontMatter } from '../../../src/renderer/components/markdown/front-matter.ts'
import { sourceLines } from '../../../src/renderer/components/markdown/source-lines.ts'
import { byteWords } from '../../../src/renderer/composables/byte-words.ts'
import { commonFolder, ownPath } from '../../../src/renderer/views/import/import-numbers.ts'
import { reportText } from '../../../src/renderer/views/import/save-report.ts'
import { splitNames, splitPath } from '../../../src/renderer/views/import/split-names.ts'
import { itemName } from '../../../src/renderer/views/details/item-name.ts'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1600, '1.6 kB'],
  [9_100_000_000, '9.1 GB'],
  [245_900, '246 kB'],
])('%d bytes as people read them', (bytes, words) => {
  expect(byteWords(bytes, 'en')).toBe(words)
})

describe('Markdown source in colours', () => {
  test('is the source when its pieces are put together again', () => {
    const line = fc.string({ unit: fc.constantFrom('#', ' ', '>', '-', '*', '=', '[', ']', '(', ')', 'a', ':', '\n') })
    fc.assert(
      fc.property(line, (markdown) => {
        const again = sourceLines(markdown).map((pieces) => pieces.map(({ text }) => text).join(''))
        expect(again.join('\n')).toBe(markdown)
      }),
    )
  })

  test('tells headings, quotations, links and tags apart', () => {
    const kinds = sourceLines('# Head\n> said #to-cite [x](https://x.example)').flat()
    expect(kinds.map(({ kind, text }) => [kind, text])).toEqual([
      ['mark', '# '],
      ['head', 'Head'],
      ['mark', '> '],
      ['quote', 'said '],
      ['tag', '#to-cite'],
      ['quote', ' '],
      ['link', '[x](https://x.example)'],
    ])
  })

  test('has front matter only at its very beginning', () => {
    expect(splitFrontMatter('---\ntitle: x\n---\nbody')).toEqual({ frontMatter: 'title: x', body: 'body' })
    expect(splitFrontMatter('a\n---\nb\n---\n').frontMatter).toBeNull()
  })
})

describe('paths of an import', () => {
  test('are shown from the folder that was given on', () => {
    const folder = commonFolder([{ path: '/scratch/1/desk' }, { path: '/scratch/1/notes' }])
    expect(folder).toBe('/scratch/1')
    expect(ownPath('/scratch/1/desk/2019/a.txt', folder)).toBe('desk/2019/a.txt')
  })

  test('stay whole when what was given lies in several places', () => {
    const folder = commonFolder([{ path: '/home/a/desk' }, { path: '/home/b/notes' }])
    expect([folder, ownPath('/home/a/desk/x.txt', folder)]).toEqual([null, '/home/a/desk/x.txt'])
  })

  test('told relative to what was given stay as they are', () => {
    const folder = commonFolder([{ path: 'desk' }])
    expect([folder, ownPath('desk/a.txt', folder)]).toEqual([null, 'desk/a.txt'])
  })

  test('of handed-over files lose the folder that they lay in meanwhile, others do not', () => {
    const scratch = '/home/x/.cache/offprint/scratch/12-ab/ed774a2b-65a8-4cc2-8588-aae8e8b5046d/big/a.txt'
    expect(itemName(scratch)).toBe('big/a.txt')
    expect(itemName('/home/x/offprint/scratch/notes/a.txt')).toBe('/home/x/offprint/scratch/notes/a.txt')
  })
})

test('names and paths are taken from what is typed, each name once', () => {
  expect(splitNames(' desk, #big,, desk ')).toEqual(['desk', 'big'])
  expect(splitPath(' Work / War /')).toEqual(['Work', 'War'])
})

test('a report as text names every line of the ledger and every item', () => {
  const counts = { read: 2, added: 1, newVersion: 0, already: 0, linkOnly: 0, failed: 1 }
  const tally = { doubtful: { added: 0, newVersion: 0 }, decisions: [], sources: [] }
  const item = { source: 'a.txt', outcome: 'failed', uid: null, title: null, reason: null, notes: [] } as const
  const report = { ...counts, ...tally, gesture: null, seconds: 1, cancelled: false, items: [item] }
  const ledger = { found: 2, added: 1, newVersion: 0, already: 0, decisions: 1, waiting: 0, unaccounted: 0, kept: 1 }
  const text = reportText(report, ledger, {
    title: 'Import',
    line: (name) => name,
    reason: () => 'There is no text in it.',
  })
  expect(text).toBe(
    [
      'Import',
      '',
      'found               2',
      'added               1',
      'newVersion          0',
      'already             0',
      'decisions           1',
      'waiting             0',
      'unaccounted         0',
      '',
      'a.txt',
      '    There is no text in it.',
      '',
    ].join('\n'),
  )
})
