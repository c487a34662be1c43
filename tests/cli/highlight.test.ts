import { describe, expect, it } from 'vitest'
import { aCommandLine, parseLines, oneOf } from './support/a-command-line.ts'

const TEXT = 'The gull\n\nThe gull cried twice. Then the gull cried again, and “the boats” came in.\n'

describe('highlight', () => {
  it('is there after the program ended, with pen, note, tags and its place', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('gull.txt', TEXT)
    const options = ['--color', 'blue', '--note', '**heard**', '--tag', 'birds', '--tag', 'sea']
    const made = await line.json('highlight', 'highlight', uid, '--quote', 'cried twice', ...options)
    expect(made).toMatchObject({ color: 'blue', note: '**heard**', tags: ['birds', 'sea'] })
    const article = await line.json('show', 'show', uid)
    expect(oneOf(article.annotations)).toEqual(made)
    const { start, end } = oneOf(made.anchors)
    const whole = (await line.run('show', uid, '--html')).stdout.replaceAll(/<[^>]*>/g, '')
    expect(whole.slice(start ?? 0, end ?? 0)).toBe('cried twice')
    expect(await line.lines('list-row', 'list', 'note:heard')).toHaveLength(1)
  })

  it('refuses words that stand several times, and lists the places', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('gull.txt', TEXT)
    const ended = await line.run('--json', 'highlight', uid, '--quote', 'gull cried')
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    const { error } = oneOf(parseLines('error', ended.stderr))
    expect(error.code).toBe('archive/quote-ambiguous')
    expect(error.details.places).toHaveLength(2)
    const said = await line.run('highlight', uid, '--quote', 'gull cried')
    expect(said.stderr).toContain('These words stand 2 times in the article')
    expect((await line.json('show', 'show', uid)).annotations).toEqual([])
  })

  it('takes the place that the words before or after decide', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('gull.txt', TEXT)
    const first = await line.json('highlight', 'highlight', uid, '--quote', 'gull cried', '--suffix', ' twice')
    const second = await line.json('highlight', 'highlight', uid, '--quote', 'gull cried', '--prefix', 'Then the ')
    expect(first.anchors[0]?.start).toBeLessThan(second.anchors[0]?.start ?? 0)
  })

  it('does not mind straight quotation marks where the text has curly ones', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('gull.txt', TEXT)
    const made = await line.json('highlight', 'highlight', uid, '--quote', '"the boats" came')
    expect(made.quote?.exact).toBe('“the boats” came')
  })

  it('refuses words that are not there, an article that is not there and a pen that is not there', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('gull.txt', TEXT)
    for (const [args, sentence] of [
      [[uid, '--quote', 'the whale'], 'The article does not hold these words: “the whale”.'],
      [['nobody', '--quote', 'x'], 'There is no article nobody'],
      [[uid, '--quote', 'twice', '--color', 'pink'], 'yellow, green, blue, red, purple'],
      [[uid, '--quote', ''], 'The article does not hold these words'],
    ] as const) {
      const ended = await line.run('highlight', ...args)
      expect(ended).toMatchObject({ status: 2, stdout: '' })
      expect(ended.stderr).toContain(sentence)
    }
  })
})
