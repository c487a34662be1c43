import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../src/renderer/i18n.ts'
import MarkdownText from '../../src/renderer/components/markdown/MarkdownText.vue'

const shown = (markdown: string): Element =>
  mount(MarkdownText, { props: { markdown }, global: { plugins: [i18n] } }).get('.markdown').element

const HOSTILE = [
  '<script>alert(1)</script>',
  'a <img src=x onerror=alert(1)> b',
  '<svg/onload=alert(1)>',
  '<iframe src="https://evil.example/"></iframe>',
  '[click](javascript:alert(1))',
  '[click](JaVaScRiPt:alert(1) "title\\" onmouseover=alert(1)")',
  '[click](data:text/html,<script>alert(1)</script>)',
  '![x](https://evil.example/pixel.png)',
  '![x" onerror="alert(1)](x)',
  '<https://evil.example/" onclick="alert(1)>',
  '{{ constructor.constructor("alert(1)")() }}',
  '| <b onclick=alert(1)>x</b> |\n|---|\n| <style>*{display:none}</style> |',
  '```"><script>alert(1)</script>\ncode\n```',
  '- [ ] <input autofocus onfocus=alert(1)>',
  '# <style>@import url(https://evil.example)</style>',
  '<a href="https://evil.example/" style="position:fixed;inset:0">x</a>',
]

const ALLOWED_ATTRIBUTES = new Set(['class', 'title', 'start', 'data-v-app'])

describe('Markdown as shown', () => {
  it.each(HOSTILE)('makes no element or attribute of its own of %s', (markdown) => {
    const element = shown(markdown)
    expect(element.querySelectorAll('script, img, svg, iframe, style, a, input, link, b').length).toBe(0)
    for (const one of element.querySelectorAll('*')) {
      for (const { name, value } of one.attributes) {
        const isKnown = name.startsWith('data-v-') ? true : ALLOWED_ATTRIBUTES.has(name)
        expect(isKnown, `${name}="${value}"`).toBe(true)
      }
    }
    for (const one of element.querySelectorAll('[title]')) {
      expect(one.getAttribute('title')).toMatch(/^(https?|mailto):/)
    }
  })

  it('shows HTML as the text it is', () => {
    expect(shown('a <img src=x onerror=alert(1)> b').textContent).toBe('a <img src=x onerror=alert(1)> b')
    expect(shown('<script>alert(1)</script>').textContent).toContain('<script>alert(1)</script>')
  })

  it('survives nesting made to end the stack', () => {
    for (const markdown of [
      '> '.repeat(20_000) + 'x',
      '['.repeat(20_000),
      '*'.repeat(20_000) + 'x',
      '- '.repeat(3000) + 'x',
    ]) {
      expect(shown(markdown).textContent.length).toBeGreaterThan(0)
    }
  })

  it('shows what a note is written with', () => {
    const element = shown(
      '# Head\n\nA **strong** and *soft* [link](https://example.org/) &amp; `code`.\n\n> quote\n\n3. three\n4. four\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    )
    expect(element.querySelector('h1')?.textContent).toBe('Head')
    expect(element.querySelector('p')?.textContent).toBe('A strong and soft link & code.')
    expect(element.querySelector('.md-link')?.getAttribute('title')).toBe('https://example.org/')
    expect(element.querySelector('blockquote p')?.textContent).toBe('quote')
    expect(element.querySelector('ol')?.getAttribute('start')).toBe('3')
    expect([...element.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['1', '2'])
  })
})
