import { describe, expect, it } from 'vitest'
import { markHtml, type HtmlMark } from '../../../../src/main/ipc/router/mark-html.ts'

const mark = (start: number, end: number, more: Partial<HtmlMark> = {}): HtmlMark => ({
  ...{ start, end, color: 'yellow', note: null },
  ...more,
})
const pen = (text: string, color = 'yellow'): string => `<mark class="pen-${color}">${text}</mark>`

describe('highlights written into reader HTML', () => {
  it('stand where their positions count, entities as one letter each', () => {
    expect(markHtml('<p>a &amp; &lt;b&gt; c</p>', [mark(2, 6)])).toBe(`<p>a ${pen('&amp; &lt;b')}&gt; c</p>`)
    expect(markHtml('<p>aé漢😀b</p>', [mark(2, 5)])).toBe(`<p>aé${pen('漢😀')}b</p>`)
    expect(markHtml('<p>ab</p>', [])).toBe('<p>ab</p>')
  })

  it('are closed before every tag and opened again after it; a sign in an attribute ends no tag', () => {
    expect(markHtml('<p>one <b title="a > b">two</b> three</p>\n<p>four</p>', [mark(2, 18)])).toBe(
      `<p>on${pen('e ')}<b title="a > b">${pen('two')}</b>${pen(' three')}</p>\n<p>${pen('four')}</p>`,
    )
  })

  it('leave white space between rows and formulas as they are, and count them', () => {
    const html = '<table>\n<tr><td>a</td></tr>\n</table><p>x<math><mi>y</mi></math>z</p>'
    expect(markHtml(html, [mark(0, 6)])).toBe(
      `<table>\n<tr><td>${pen('a')}</td></tr>\n</table><p>${pen('x')}<math><mi>y</mi></math>${pen('z')}</p>`,
    )
  })

  it('that lie over one another are seen each, the one that begins last on top', () => {
    expect(markHtml('<p>abcdef</p>', [mark(0, 4), mark(2, 6, { color: 'red' })])).toBe(
      `<p>${pen('ab')}${pen('cd', 'red')}${pen('ef', 'red')}</p>`,
    )
  })

  it('end with the number of their note, which is no link inside a link', () => {
    const number = '<sup class="note-number"><a href="#print-note-7">7</a></sup>'
    expect(markHtml('<p>ab</p><p>cd</p>', [mark(1, 3, { note: 7 })])).toBe(
      `<p>a${pen('b')}</p><p>${pen('c')}${number}d</p>`,
    )
    expect(markHtml('<p>ab</p>\n', [mark(0, 3, { note: 7 })])).toBe(`<p>${pen('ab')}${number}</p>\n`)
    expect(markHtml('<p><a href="https://a.example/">ab</a></p>', [mark(0, 2, { note: 7 })])).toBe(
      `<p><a href="https://a.example/">${pen('ab')}<sup class="note-number">7</sup></a></p>`,
    )
  })
})
