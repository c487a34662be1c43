/** MathML Core elements that hold other elements (https://www.w3.org/TR/mathml-core/), without actions and annotations. */
export const mathStructures: ReadonlySet<string> = new Set([
  'math',
  'merror',
  'mfrac',
  'mmultiscripts',
  'mover',
  'mpadded',
  'mphantom',
  'mprescripts',
  'mroot',
  'mrow',
  'mspace',
  'msqrt',
  'mstyle',
  'msub',
  'msubsup',
  'msup',
  'mtable',
  'mtd',
  'mtr',
  'munder',
  'munderover',
  'semantics',
])

/** MathML elements that hold text; an HTML parser reads HTML inside them, so only text is ever written there. */
export const mathTokens: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'ms', 'mtext'])

/** Attributes of every MathML element; their values are keywords, numbers and lengths. No href, no style, no actions. */
export const mathAttributes: ReadonlySet<string> = new Set([
  'accent',
  'accentunder',
  'columnspan',
  'depth',
  'dir',
  'display',
  'displaystyle',
  'fence',
  'form',
  'height',
  'largeop',
  'linethickness',
  'lspace',
  'mathvariant',
  'maxsize',
  'minsize',
  'movablelimits',
  'rowspan',
  'rspace',
  'scriptlevel',
  'separator',
  'stretchy',
  'symmetric',
  'voffset',
  'width',
])

/** What a MathML attribute's value may look like: `block`, `1.5em`, `-2`, `100%`. */
export const mathValue = /^[-+]?[\w.%]{1,32}(?:-[a-z]{1,16})*$/
