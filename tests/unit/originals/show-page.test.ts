import { describe, expect, it } from 'vitest'
import { showPage } from '../../../src/main/originals/show-page.ts'
import { valueOf } from '../../support/value-of.ts'

const PNG = 'data:image/png;base64,iVBORw0KGgo='

/** The body of what is shown for a body. */
function body(html: string): string {
  const { html: page } = valueOf(showPage(`<!DOCTYPE html><body>${html}</body>`))
  return /<body[^>]*>([^]*)<\/body>/.exec(page)?.[1] ?? ''
}

describe('an original page', () => {
  it('keeps its text, structure, classes and styles', () => {
    const html =
      '<div class="a" id="b" style="color: red"><h1>Title</h1><p>One &amp; <em>two</em><br>three</p>' +
      '<table><tbody><tr><td colspan="2">x</td></tr></tbody></table><my-card data-x="1">card</my-card></div>'
    expect(body(html)).toBe(html)
    const { html: page } = valueOf(
      showPage(
        '<html lang=fr class=k><head><title>T &lt;</title><style media=print>a > b{}</style></head><body class=c>',
      ),
    )
    expect(page).toMatch(/^<html lang="fr" class="k"><head><meta charset="utf-8"><title>T &lt;<\/title>/)
    expect(page).toContain('<style media="print">a > b{}</style></head><body class="c">')
  })

  it('shows pictures, fonts and styles that came inside it', () => {
    const { html, resources } = valueOf(
      showPage(
        `<link rel=stylesheet href="data:text/css,a%7Bbackground:url(${PNG})%7D"><style>b{background:url(${PNG})}
        @font-face{font-family:f;src:url(data:application/x-font;base64,d09GMgAA)}</style>
        <img src="${PNG}"><img srcset="${PNG} 2x, http://x/ 3x"><video poster="${PNG}"></video>
        <picture><source srcset="http://x/a.webp"><img src="${PNG}"></picture>`,
      ),
    )
    expect(resources.map(({ mediaType }) => mediaType)).toEqual(['image/png', 'text/css; charset=utf-8', 'font/woff2'])
    expect(new TextDecoder().decode(resources[1]?.bytes)).toBe('a{background:url("0")}')
    expect(html).toContain('<link rel="stylesheet" href="r/1">')
    expect(html).toContain('b{background:url("r/0")}')
    expect(html).toContain('src:url("r/2")')
    expect(html).toContain('<img src="r/0"><img srcset="r/0 2x"><video poster="r/0"></video>')
    expect(html).toContain('<picture><img src="r/0"></picture>')
  })

  it('shows what lies in the shadow roots of a saved page, and no other template', () => {
    const root = (html: string): string => `<template shadowrootmode="open">${html}</template>`
    expect(
      body(`<x-a>light${root('<style>p{}</style><p onclick=x>in <slot></slot></p><script>y</script>')}</x-a>`),
    ).toBe('<x-a><p>in light</p></x-a>')
    expect(
      body(
        `<x-a>${root(`<x-b>${root('(<slot></slot>)')}<slot></slot></x-b><i><slot name="n">none</slot></i>`)}word</x-a>`,
      ),
    ).toBe('<x-a><x-b>(word)</x-b><i>none</i></x-a>')
    expect(body('<p>a</p><template><p>b</p></template>')).toBe('<p>a</p>')
  })

  it('has links that are read, not followed; those inside it work', () => {
    expect(
      body('<a href="http://x/?a=1&b">x</a><a href="#n">y</a><a href="javascript:z" target=_top ping=p>z</a>'),
    ).toBe(
      '<a data-offprint-href="http://x/?a=1&amp;b" title="http://x/?a=1&amp;b">x</a><a href="#n">y</a>' +
        '<a data-offprint-href="javascript:z" title="javascript:z">z</a>',
    )
  })

  it.each([
    ['script', '<script>x</script><script src="http://x"></script>'],
    ['frames', '<iframe src="http://x"></iframe><frame src=x><object data="http://x"></object><embed src="http://x">'],
    ['handlers', '<img onerror=x onload=y src=q><svg onload=x><animate onbegin=x attributeName=href></svg>'],
    [
      'loading links',
      '<link rel=preconnect href=//x><link rel=prefetch href=//x><link rel=icon href=//x><link rel=stylesheet href=//x>',
    ],
    ['refresh and base', '<meta http-equiv=refresh content="0;url=http://x"><base href="http://x">'],
    [
      'remote media',
      '<img src="http://x" srcset="http://x 2x"><video src=//x poster=//x></video><audio src=//x></audio><input type=image src=//x>',
    ],
    ['forms', '<form action="http://x" target=_top><button formaction="http://x">b</button></form>'],
    [
      'remote style',
      '<div style="background:url(http://x)"></div><style>@import "http://x"; a{b:url(http://x)}</style><table background="http://x">',
    ],
    [
      'SVG that loads',
      '<svg><use href="http://x#a"/><image href="http://x"/><a href="http://x"><rect fill="url(http://x)"/></a><feImage href="http://x"/><style>a{b:url(http://x)}</style><foreignObject><iframe src="http://x"></iframe></foreignObject><script>x</script><set attributeName=href to="http://x"/></svg>',
    ],
    [
      'MathML that leads',
      '<math href="http://x"><mtext><a href="http://x">m</a></mtext><annotation-xml encoding="text/html"><img src=http://x></annotation-xml></math>',
    ],
    [
      'templates and noscript',
      '<template><img src="http://x"></template><noscript><img src="http://x"><link rel=stylesheet href="http://x"></noscript>',
    ],
    [
      'plugins of old',
      '<applet code="http://x"></applet><bgsound src="http://x"><portal src="http://x"></portal><img dynsrc="http://x" lowsrc="http://x">',
    ],
  ])('has no %s', (_what, html) => {
    const shown = body(html).replaceAll(/(?:title|data-offprint-href)="[^"]*"/g, '')
    expect(shown).not.toMatch(
      /http|\/\/x|on\w+=|<(?:script|i?frame|object|embed|base|meta|template|noscript|applet|set|animate|foreignObject)/i,
    )
  })

  it('shows what came beside it: pictures, fonts, and style sheets with what those name from where they lie', () => {
    const text = (css: string): Uint8Array => new TextEncoder().encode(css)
    const file = (address: string, mediaType: string, bytes = text(address)) => ({ address, mediaType, bytes })
    const { html, resources } = valueOf(
      showPage(
        '<link rel=stylesheet href="./Ice_files/look.css"><img src="Ice_files/a%20b.png?x=1"><img src="gone.png">' +
          '<img srcset="Ice_files/a%20b.png 2x, gone.png 3x"><link rel=stylesheet href="Ice_files/a%20b.png">',
        [
          file('./Ice_files/look.css', 'text/css', text('@import "sub/more.css";a{background:url(a%20b.png)}')),
          file('Ice_files/sub/more.css', 'text/css', text('@import "../look.css";b{background:url(../a%20b.png)}')),
          file('Ice_files/sub/f.woff2', 'font/woff2', text('wOF2')),
          file('Ice_files/a%20b.png', 'image/png'),
        ],
      ),
    )
    const shown = resources.map(({ mediaType, bytes }) => [mediaType, new TextDecoder().decode(bytes)])
    expect(shown).toEqual([
      ['image/png', 'Ice_files/a%20b.png'],
      ['text/css; charset=utf-8', 'b{background:url("0")}'],
      ['text/css; charset=utf-8', '@import url("1");a{background:url("0")}'],
    ])
    expect(html).toContain('<link rel="stylesheet" href="r/2">')
    expect(html).toContain('<img src="r/0"><img><img srcset="r/0 2x">')
    expect(html.match(/<link/g)).toHaveLength(1)
  })

  it('comes to rest: markup with two readings is read in one, or not shown', () => {
    for (const html of [
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x&gt;">',
      '<svg></p><style><a id="</style><img src=1 onerror=x>">',
      '<form><math><mtext></form><form><mglyph><style></math><img src onerror=x>',
      '<noscript><p title="</noscript><img src=x onerror=x>">',
      '<textarea>&lt;/textarea>&lt;img src=x onerror=x></textarea><xmp><img src=x onerror=x></xmp>',
      '<select><style></select><img src=x onerror=x></style></select>',
      '<table><a href=x><td><a href=y>z</table>',
      '<nobr><nobr><p><b><p></b></nobr>',
      '<plaintext><img src=x onerror=x>',
      '<title><style></title><img src=x onerror=x></style>',
    ]) {
      const shown = showPage(html)
      if (shown.ok) expect(shown.value.html.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*onerror|<script/i)
    }
  })

  it('is not brought down by depth and numbers', () => {
    expect(showPage('<div>'.repeat(2_000)).ok).toBe(true)
    expect(showPage('<b><i>'.repeat(300)).ok).toBe(true)
    expect(showPage(`<p style="${'url('.repeat(20_000)}">`).ok).toBe(true)
    expect(showPage(`<style>${'('.repeat(50_000)}${'"'.repeat(50_001)}</style>`).ok).toBe(true)
  })
})
