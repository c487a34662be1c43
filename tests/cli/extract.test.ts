import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCommandLine, oneOf, parseLines } from './support/a-command-line.ts'

const PAGE = `<!DOCTYPE html><html lang="en"><head><title>The pier - Shore News</title>
<meta property="og:site_name" content="Shore News"></head><body><nav><a href="/a">Home</a> <a href="/b">News</a></nav>
<article><h1>The pier</h1><p>${'The pier is long and the sea is wide below it. '.repeat(12)}<a href="/more">More</a></p></article>
<div class="advert">Buy a boat today</div></body></html>`

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

  it('refuses a path that is not there', async () => {
    const line = aCommandLine()
    const ended = await line.run('--json', 'extract', 'nowhere.txt')
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(oneOf(parseLines('error', ended.stderr))).toMatchObject({ error: { code: 'import/path-not-found' } })
  })
})
