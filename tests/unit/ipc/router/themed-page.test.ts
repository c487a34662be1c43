import { describe, expect, it } from 'vitest'
import { withTheme } from '../../../../src/main/ipc/router/themed-page.ts'
import type { Json } from '../../../../src/shared/json.ts'

const HTML = '<!doctype html><html lang="en"><meta name="color-scheme" content="light dark" /><p>The window'

function pageIn(theme: Json | undefined): string {
  const page = { mediaType: 'text/html', bytes: new TextEncoder().encode(HTML), fixed: true }
  const assets = withTheme(new Map([['/index.html', page]]), () => theme)
  return new TextDecoder().decode(assets.get('/index.html')?.bytes)
}

describe('the page of the window', () => {
  it('has the chosen theme before any script has run', () => {
    expect(pageIn('dark')).toContain('<html data-theme="dark" lang="en"><meta name="color-scheme" content="dark" />')
    expect(pageIn('sepia')).toContain('<html data-theme="sepia" lang="en"><meta name="color-scheme" content="light" />')
  })

  it('stays as it was built when the theme is the system’s, missing or no theme at all', () => {
    for (const theme of ['system', undefined, 3, '"><script>', ['dark']]) expect(pageIn(theme)).toBe(HTML)
  })

  it('is the same page with another theme once another is chosen', () => {
    const chosen = ['dark', 'light']
    const page = { mediaType: 'text/html', bytes: new TextEncoder().encode(HTML), fixed: true }
    const assets = withTheme(new Map([['/index.html', page]]), () => chosen.shift())
    const read = (): string => new TextDecoder().decode(assets.get('/index.html')?.bytes)
    expect([read(), read()].map((html) => /data-theme="(\w+)"/.exec(html)?.[1])).toEqual(['dark', 'light'])
  })
})
