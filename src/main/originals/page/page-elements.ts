/** What becomes of an element of a page. */
export type Fate = 'keep' | 'unwrap' | 'drop'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Elements of HTML that show and do nothing. */
const HTML = words(`
  a abbr acronym address article aside audio b bdi bdo big blockquote br button caption center cite code col colgroup
  data dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header
  hgroup hr i img input ins kbd label legend li link main mark menu meter nav nobr ol optgroup option output p picture
  pre progress q rp rt ruby s samp search section select small source span strike strong style sub summary sup table
  tbody td textarea tfoot th thead time tr tt u ul var video wbr`)

/** Elements whose content is no part of what a page shows, or runs, loads or frames something. */
const HTML_DROPPED = words(`
  applet area base basefont bgsound command datalist embed fencedframe frame frameset head iframe keygen map meta
  noembed noframes param portal script template title track`)

/** What SVG needs to draw. Nothing that runs, animates, links, loads or holds HTML. */
const SVG = words(`
  svg g path rect circle ellipse line polyline polygon text tspan textPath defs linearGradient radialGradient stop
  clipPath mask pattern symbol use image marker filter feBlend feColorMatrix feComponentTransfer feComposite
  feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
  feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
  feTurbulence switch`)

const MATH = words(`
  math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom menclose msub msup msubsup munder
  mover munderover mmultiscripts mprescripts mtable mtr mtd`)

/** A name that a page made up: for browsers without script an empty shell, but style sheets speak of it. */
const MADE_UP = /^[a-z][a-z0-9]{0,40}(?:-[a-z0-9]{1,40}){1,5}$/

/** Names of SVG and MathML that the parser treats in ways of its own, whatever stands in them. */
const RESERVED = words(
  'annotation-xml color-profile font-face font-face-src font-face-uri font-face-format font-face-name missing-glyph',
)

/** What becomes of an element by its namespace and name. */
export function fateOf(namespace: 'html' | 'svg' | 'math' | 'other', name: string): Fate {
  if (namespace === 'html') {
    if (HTML.has(name) || (MADE_UP.test(name) && !RESERVED.has(name))) return 'keep'
    return HTML_DROPPED.has(name) ? 'drop' : 'unwrap'
  }
  if (namespace === 'svg') return SVG.has(name) ? 'keep' : name === 'a' ? 'unwrap' : 'drop'
  return namespace === 'math' && MATH.has(name) ? 'keep' : name === 'semantics' ? 'unwrap' : 'drop'
}

/** Elements that have no end tag. */
export const VOID_ELEMENTS = words('br col hr img input link source wbr')
