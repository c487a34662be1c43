import { describe, expect, it } from 'vitest'
import { rewriteCss, type LocalAddress } from '../../../src/main/originals/css/rewrite-css.ts'

const local: LocalAddress = (url, use) =>
  url.startsWith('data:') ? `r/${use}` : url.startsWith('#') || url.startsWith('r/') ? url : null
const rewrite = (css: string): string => rewriteCss(css, local)
const NOTHING = 'url("")'

describe('rewriting style', () => {
  it('leaves what loads nothing as it is', () => {
    const css = `@media (width < 600px) and (min-width: 2em) { .a::before { content: "url(http://x) \\201C"; color: #fff } }
:root { --x: 1px; width: calc(100% - var(--x)) } a[href="http://x"] > b { margin: -1px 1e3px } \n@supports (display: grid) {}`
    expect(rewrite(css)).toBe(css)
  })

  it('gives what came with the page its local address', () => {
    expect(rewrite('a{background:url(data:image/png;base64,AA==)}')).toBe('a{background:url("r/image")}')
    expect(rewrite(`a{background:url( "data:image/png,x" ) no-repeat}`)).toBe('a{background:url("r/image") no-repeat}')
    expect(rewrite('@import "data:text/css,a{}" screen and (min-width: 10px);b{}')).toBe(
      '@import url("r/style") screen and (min-width: 10px);b{}',
    )
    expect(rewrite('@import url(data:text/css,a);')).toBe('@import url("r/style");')
    expect(rewrite('a{fill:url(#gradient)}')).toBe('a{fill:url("#gradient")}')
    expect(rewrite('a{background:image-set("data:image/png,x" 1x, url(http://x) 2x)}')).toBe(
      `a{background:image-set(url("r/image") 1x, ${NOTHING} 2x)}`,
    )
  })

  it.each([
    ['plainly', 'a{b:url(http://evil.test/)}'],
    ['in capitals', 'a{b:URL(http://evil.test/)}'],
    ['in quotes', 'a{b:url( "http://evil.test/" )}'],
    ['with modifiers', 'a{b:url("http://evil.test/" crossorigin(anonymous))}'],
    ['by an escape', 'a{b:u\\72l(http://evil.test/)}'],
    ['by an escape with a blank', 'a{b:\\75 rl(http://evil.test/)}'],
    ['by an escaped letter', 'a{b:ur\\l(http://evil.test/)}'],
    ['with an escaped address', 'a{b:url(\\68ttp://evil.test/)}'],
    ['after a comment', 'a{b:/*"*/url(http://evil.test/)/*"*/}'],
    ['after a comment that never ends well', 'a{b:/* */ */url(http://evil.test/)}'],
    ['after a broken string', 'a{b:"\n;c:url(http://evil.test/);d:"}'],
    ['after CDO', '<!--url(http://evil.test/)'],
    ['after CDC', '-->a{b:url(http://evil.test/)}'],
    ['in a custom property', ':root{--x:url(http://evil.test/)}'],
    ['by src()', 'a{b:src("http://evil.test/")}'],
    ['by src() of a variable', ':root{--x:"http:/x"} a{b:src(var(--x))}url(http://evil.test/)'],
    ['by image-set', 'a{b:image-set("http://evil.test/" 1x)}'],
    ['by an old image-set', 'a{b:-webkit-image-set(url(http://evil.test/) 1x)}'],
    ['by image-set with a stray bracket', 'a{b:image-set(] "http://evil.test/" 1x)}'],
    ['by cross-fade', 'a{b:cross-fade("http://evil.test/", red)}'],
    ['by import of a string', '@import "http://evil.test/";'],
    ['by import of a url', '@import url(http://evil.test/) screen;'],
    ['by an escaped import', '@\\69mport "http://evil.test/";'],
    ['by import without an end', '@import "http://evil.test/"'],
    ['by import with a condition that loads', '@import "data:text/css,a" supports(b:url(http://evil.test/));'],
    ['by import after a comment', '@import/**/"http://evil.test/";'],
    ['in a font', '@font-face{font-family:a;src:local(b),url(http://evil.test/a.woff2)}'],
    ['as a namespace', '@namespace url(http://evil.test/);'],
    ['behind a letter that is none', 'a{b:\u00d7url(http://evil.test/)}'],
    ['with NUL', 'a{b:u\0rl(http://evil.test/)}\nurl(http://evil.test/)'],
    ['without an end', 'a{b:url(http://evil.test/'],
    ['in a string without an end', 'a{b:url("http://evil.test/'],
  ])('takes out an address %s', (_how, css) => {
    const rewritten = rewrite(css)
    expect(rewritten).not.toMatch(/(?:url|src|set|fade|image)\(\s*["']?http|import\s*["']http/i)
    // What remains of the words can only stand in a function that no browser knows.
    expect(rewritten.replace(/invalid\(http:\/\/evil\.test\/\)|rl\(http:\/\/evil\.test\/\)/g, '')).not.toContain('evil')
  })

  it('lets no variable become an address', () => {
    expect(rewrite('a{b:image-set(var(--x) 1x)}')).toBe('a{b:image-set(invalid(--x) 1x)}')
    expect(rewrite('a{b:image-set(--f() 1x, attr(data-x) 2x)}')).toBe(
      'a{b:image-set(invalid() 1x, invalid(data-x) 2x)}',
    )
  })

  it('cannot end the element it stands in', () => {
    for (const css of [
      '</style><img src=x>',
      'a{b:"</style><img>"}',
      '<\\/style>',
      '</STYLE>',
      '<!--</style>-->',
      'a{b:"<!--"}',
      '@media (a<b){}',
      '.\\<img{}',
      '@\\<img;',
      '\\<img(x)',
    ]) {
      expect(rewrite(css)).not.toMatch(/<[a-z/!]/i)
    }
  })

  it('changes nothing when run again', () => {
    for (const css of [
      'a{background:url(data:image/png,x);b:url(http://x)}/* c */@import "http://x";@media print{a{b:"</style>"}}',
      'a{b:image-set("data:image/png,x" 1x)}<!-- x -->',
    ]) {
      const once = rewrite(css)
      expect(rewrite(once)).toBe(once.replaceAll(NOTHING, NOTHING))
    }
  })
})
