import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCommandLine, oneOf, parseLines } from './support/a-command-line.ts'

const PAGE = `<!DOCTYPE html><html lang="en"><head><title>The pier - Shore News</title>
<meta property="og:site_name" content="Shore News"></head><body><nav><a href="/a">Home</a> <a href="/b">News</a></nav>
<article><h1>The pier</h1><p>${'The pier is long and the sea is wide below it. '.repeat(12)}<a href="/more">More</a></p></article>
<div class="advert">Buy a boat today</div></body></html>`

describe('re-extract', () => {
  it('reads the original anew by another element, which undo takes back and a rebuild keeps', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('pier.html', PAGE)
    const text = async (): Promise<string> => (await line.run('show', uid, '--text')).stdout
    const chosen = await line.json('re-extract', 're-extract', uid, '--element', 'div.advert')
    expect(chosen).toMatchObject({ version: 1, words: 4, placed: 0, orphans: 0 })
    expect(await text()).toContain('Buy a boat today')
    expect((await line.run('rebuild', '--derived')).stdout).toContain('1 unchanged')
    expect(await text()).toContain('Buy a boat today')
    await line.run('undo')
    expect(await text()).toContain('The pier is long')
    const gone = await line.run('--json', 're-extract', uid, '--element', 'p:nth-child(')
    expect(gone.status).toBe(2)
    expect(oneOf(parseLines('error', gone.stderr))).toMatchObject({ error: { code: 'archive/element-not-found' } })
  })
})

describe('re-extract in an encoding', () => {
  it('reads the letters so, and "auto" looks for them again', async () => {
    const line = aCommandLine()
    const bytes = Uint8Array.from('The letter\n\n\xcc\xee\xf1\xf2 \xf7\xe5\xf0\xe5\xe7.', (one) => one.charCodeAt(0))
    expect(await line.run('import', line.file('letter.txt', bytes))).toMatchObject({ status: 0 })
    const [row] = await line.lines('list-row', 'list')
    const text = async (): Promise<string> => (await line.run('show', row!.uid, '--text')).stdout
    const before = await text()
    await line.json('re-extract', 're-extract', row!.uid, '--encoding', 'koi8-r')
    expect(await text()).toContain('лНЯР')
    await line.json('re-extract', 're-extract', row!.uid, '--encoding', 'Windows-1251')
    expect(await text()).toContain('Мост через.')
    await line.json('re-extract', 're-extract', row!.uid, '--encoding', 'auto')
    expect(await text()).toBe(before)
    for (const args of [
      ['--encoding', 'morse'],
      ['--encoding', 'utf-8', '--element', 'p'],
    ]) {
      expect((await line.run('re-extract', row!.uid, ...args)).status).toBe(2)
    }
  })
})

describe('extract', () => {
  it('says what an import would make of a page, and makes no archive', async () => {
    const line = aCommandLine()
    const file = line.file('pier.html', PAGE)
    const page = await line.json('extract', 'extract', file, '--url', 'https://shore.example/pier')
    expect(page).toMatchObject({ source: file, title: 'The pier', publication: 'Shore News', error: null })
    expect(page.url).toBe('https://shore.example/pier')
    expect(page.html).toContain('href="https://shore.example/more"')
    expect(page.text).not.toContain('Buy a boat')
    expect(existsSync(line.archive)).toBe(false)
  })

  it('answers a line an item, with the error of one that failed and status 1', async () => {
    const line = aCommandLine()
    const ended = await line.run(
      '--json',
      'extract',
      line.file('a.txt', 'A heading\n\nSome words, and more.\n'),
      line.file('b.txt', ''),
    )
    expect(ended).toMatchObject({ status: 1, stderr: '' })
    const items = parseLines('extract', ended.stdout)
    expect(items.map(({ error, words }) => [error?.code ?? null, words])).toEqual([
      [null, 4],
      ['import/empty', 0],
    ])
  })

  it('reads standard input and shows a person the facts', async () => {
    const line = aCommandLine()
    const { status, stdout } = await line.runWithInput('# Piped\n\nTwo words.\n', 'extract', '-')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^-: Piped\n/)
  })

  it('takes what a selector names as the article, and says when it is not there', async () => {
    const line = aCommandLine()
    const file = line.file('pier.html', PAGE)
    const page = await line.json('extract', 'extract', file, '--element', 'div.advert')
    expect(page).toMatchObject({ title: 'The pier', error: null })
    expect(page.text).toBe('Buy a boat today')
    const gone = await line.run('--json', 'extract', file, '--element', '#nothing')
    expect(gone.status).toBe(1)
    expect(oneOf(parseLines('extract', gone.stdout)).notes).toContainEqual({
      kind: 'chosen-element-gone',
      details: { selector: '#nothing' },
    })
  })

  it('refuses a path that is not there', async () => {
    const line = aCommandLine()
    const ended = await line.run('--json', 'extract', 'nowhere.txt')
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(oneOf(parseLines('error', ended.stderr))).toMatchObject({ error: { code: 'import/path-not-found' } })
  })
})
