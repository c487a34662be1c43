import { describe, expect, it } from 'vitest'
import { aCommandLine, oneOf } from './support/a-command-line.ts'

const PARAGRAPHS = [
  'The tide came in at six and the harbour filled with boats before anybody had the kettle on.',
  'A pilot stood on the quay with his lamp and counted the masts as they came past him.',
  'Nobody had seen so many of them since the winter of the long frost, he said.',
]
const page = (paragraphs: readonly string[]) =>
  `<title>Tide</title><article><h1>Tide</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article>`

/** One story in two versions: a word changed, a paragraph moved to the end, one came. */
async function aChangedStory() {
  const line = aCommandLine()
  const [first = '', second = '', third = ''] = PARAGRAPHS
  const later = [first.replace('six', 'seven'), third, 'The lamp went out at nine.', second]
  for (const html of [page(PARAGRAPHS), page(later)]) {
    const row = { id: 'tide', service: 'shore', html }
    await line.json('import', 'import', line.file(`${String(html.length)}.jsonl`, JSON.stringify(row)))
  }
  const { uid } = oneOf(await line.lines('list-row', 'list'))
  return { line, uid }
}

describe('versions of an article on the command line', () => {
  it('are listed, shown, and compared word by word with moved paragraphs told as moved', async () => {
    const { line, uid } = await aChangedStory()
    const rows = await line.lines('version-row', 'versions', uid)
    expect(rows.map(({ number, current }) => [number, current])).toEqual([
      [1, false],
      [2, true],
    ])
    expect((await line.run('versions', uid)).stdout).toMatch(/^1 {3}\S+Z {2}.*\n2\* {2}\S+Z {2}.*\n$/)
    expect((await line.run('show', uid, '--text', '--version', '1')).stdout).toContain('at six')

    const compared = await line.json('diff', 'diff', uid)
    expect(compared).toMatchObject({ uid, from: 1, to: 2, added: 7, removed: 1, moved: 1 })
    const { stdout, status } = await line.run('diff', uid)
    expect(status).toBe(0)
    expect(stdout).toContain('version 1 → 2: 7 words added, 1 word removed, 1 paragraph moved\n')
    expect(stdout).toContain('came in at [-six-]{+seven+} and')
    expect(stdout).toContain('\n+ The lamp went out at nine.\n')
    expect(stdout).toMatch(/\n> (A pilot|Nobody had)/)

    expect((await line.run('diff', uid, '2', '1')).stdout).toContain('[-seven-]{+six+}')
    expect((await line.run('diff', uid, '1')).stdout).toBe(stdout)
  })

  it('say what there is not', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.txt', 'One text.\n')
    for (const [args, sentence] of [
      [['diff', uid], 'The article has no version 2.'],
      [['diff', uid, '1', '9'], 'The article has no version 9.'],
      [['diff', 'nobody'], 'There is no article nobody in this archive.'],
      [['versions', 'nobody'], 'There is no article nobody in this archive.'],
    ] as const) {
      const ended = await line.run(...args)
      expect(ended).toMatchObject({ status: 2, stdout: '' })
      expect(ended.stderr).toContain(sentence)
    }
  })

  it('show tells the links of notes and the notes that link to an article', async () => {
    const line = aCommandLine()
    const lamp = (await line.addText('lamp.txt', 'The lamp\n\nA light is a promise, she said.\n')).uid
    const bell = (await line.addText('bell.txt', 'The bell\n\nThe bell rang at noon, and it was loud.\n')).uid
    const light = await line.json('highlight', 'highlight', lamp, '--quote', 'A light is a promise')
    const note = `Like [the promise](offprint://article/${lamp}#${light.uid}).`
    const noon = await line.json('highlight', 'highlight', bell, '--quote', 'rang at noon', '--note', note)

    const from = await line.json('show', 'show', bell)
    expect(from.links).toMatchObject([
      { from: noon.uid, to: { article: lamp, annotation: light.uid }, words: 'the promise', place: { status: 'here' } },
    ])
    const { backLinks } = await line.json('show', 'show', lamp)
    expect(backLinks).toMatchObject([
      { from: noon.uid, to: light.uid, quote: 'rang at noon', note: 'Like the promise.', article: { uid: bell } },
    ])
    expect((await line.run('show', lamp)).stdout).toContain(
      `linked from:\n    offprint://article/${bell}#${noon.uid}  `,
    )
    await line.run('trash', lamp)
    expect((await line.run('show', bell)).stdout).toContain('the promise (in the Trash)')
  })
})
