import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasSharedData, sharedData } from '../support/shared-data.ts'
import { aCommandLine, oneOf, type CommandLine } from './support/a-command-line.ts'

const FILE = sharedData('articles/000_914a06ef86f6753b.txt')
const QUOTE = 'makes no sense to be in broken positions'
const TITLE = 'Ukraine retreats from Severodonetsk as Russia advances in the east'

async function withNewspaper(): Promise<{ readonly line: CommandLine; readonly uid: string }> {
  const line = aCommandLine()
  expect(await line.run('import', FILE)).toMatchObject({ status: 0, stderr: '' })
  return { line, uid: oneOf(await line.lines('list-row', 'list')).uid }
}

describe.skipIf(!hasSharedData)('the newspaper article (skipped where the folder of real data is absent)', () => {
  it('comes in with its parts told apart', async () => {
    const { line, uid } = await withNewspaper()
    const article = await line.json('show', 'show', uid)
    expect(article).toMatchObject({ title: TITLE, publication: 'The Washington Post', published: null, language: 'en' })
    expect(article.standfirst).toMatch(/^Severodonetsk was one of the last cities/)
    expect(article.captions).toEqual([
      { text: expect.stringContaining('a Russian drone') as string, credit: 'Heidi Levine for The Washington Post' },
    ])
    expect(article.asides.map(({ title }) => title)).toEqual([
      'Why Severodonetsk in eastern Ukraine is key to Russia’s war',
      'War in Ukraine: What you need to know',
    ])
    const names = article.contributors.join(', ')
    for (const name of ['Lamothe', 'Suliman', 'Bissett', 'Chapman', 'Andrew Jeong', 'Claire Parker'])
      expect(names).toContain(name)
  })

  it('has a body without motto, boxes, related headlines and contributor lines, all of which stay in the text', async () => {
    const { line, uid } = await withNewspaper()
    const { text } = await line.json('show', 'show', uid)
    const whole = (await line.run('show', uid, '--text')).stdout
    expect(text).toContain(QUOTE)
    for (const part of [
      'Democracy Dies in Darkness',
      'War in Ukraine: What you need to know',
      'Lamothe reported from',
    ]) {
      expect(text).not.toContain(part)
      expect(whole).toContain(part)
    }
  })

  it('is kept byte for byte', async () => {
    const { line, uid } = await withNewspaper()
    expect((await line.run('show', uid, '--original')).bytes).toEqual(readFileSync(FILE))
  })

  it('is found by its words, and not by words it does not hold', async () => {
    const { line, uid } = await withNewspaper()
    const found = await line.json('search', 'search', '"broken positions"')
    const hit = oneOf(found.hits)
    const [passage] = hit.passages
    expect(hit.uid).toBe(uid)
    expect(passage?.marks.map(([start, end]) => passage.text.slice(start, end))).toEqual(['broken positions'])
    for (const query of ['HIMARS -Severodonetsk', '"position broken"']) {
      expect(await line.json('search', 'search', query)).toMatchObject({ total: 0, hits: [] })
    }
  })

  it('keeps highlight and corrected title through a rebuild by a newer extractor', async () => {
    const { line, uid } = await withNewspaper()
    await line.json('highlight', 'highlight', uid, '--quote', QUOTE, '--note', 'Haidai', '--tag', 'retreat')
    await line.json('organise', 'correct', uid, 'title', 'The retreat')
    line.sql((database) => database.exec(`UPDATE rendition SET extractor_version = '0'`))
    const rebuilt = await line.json('rebuild', 'rebuild', '--derived')
    expect(rebuilt).toMatchObject({ versions: 1, renewed: 1, placed: 1, orphans: 0, failed: [] })

    const article = await line.json('show', 'show', uid)
    expect(article.title).toBe('The retreat')
    expect(article.versions[0]?.renditions.map(({ number, current }) => [number, current])).toEqual([
      [1, false],
      [2, true],
    ])
    const { anchors, note, tags } = oneOf(article.annotations)
    expect({ note, tags }).toEqual({ note: 'Haidai', tags: ['retreat'] })
    expect(anchors.map(({ rendition, status }) => [rendition, status])).toEqual([
      [2, 'placed'],
      [1, 'placed'],
    ])
    expect(await line.json('verify', 'verify')).toMatchObject({ damaged: [] })
  })

  it('leaves with quote, note, tags and deep link', async () => {
    const { line, uid } = await withNewspaper()
    const options = ['--note', 'What Haidai said', '--tag', 'retreat', '--color', 'green']
    const made = await line.json('highlight', 'highlight', uid, '--quote', QUOTE, ...options)
    const to = join(line.folder, 'notes')
    const { files } = await line.json('export', 'export', '--format', 'markdown', '--to', to)
    const text = readFileSync(oneOf(files), 'utf8')
    for (const part of [TITLE, QUOTE, 'What Haidai said', 'retreat', `offprint://article/${uid}#${made.uid}`])
      expect(text).toContain(part)
  })
})
