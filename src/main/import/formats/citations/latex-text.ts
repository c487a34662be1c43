/** Accents of LaTeX as the combining characters that they are. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}

const SYMBOLS: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ng: 'ŋ',
  NG: 'Ŋ',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textunderscore: '_',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textdegree: '°',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  pounds: '£',
  S: '§',
  P: '¶',
  dag: '†',
  ddag: '‡',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textbullet: '•',
  euro: '€',
  texteuro: '€',
  guillemotleft: '«',
  guillemotright: '»',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  sigma: 'σ',
  omega: 'ω',
  Delta: 'Δ',
  Gamma: 'Γ',
  Lambda: 'Λ',
  Sigma: 'Σ',
  Omega: 'Ω',
  Phi: 'Φ',
  Psi: 'Ψ',
  Theta: 'Θ',
  Pi: 'Π',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  nu: 'ν',
  xi: 'ξ',
  rho: 'ρ',
  tau: 'τ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  times: '×',
  pm: '±',
  sim: '∼',
  leq: '≤',
  geq: '≥',
  infty: '∞',
  rightarrow: '→',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  cdot: '·',
}

/** A LaTeX value of a bibliography as plain text: accents, symbols, dashes and quotation marks written out, commands dropped. */
export function latexText(latex: string): string {
  return latex
    .replace(/\\(?:url|href)\s*\{([^{}]*)\}/g, '$1')
    .replace(
      /\\([`'^~=."])\s*(?:\{\s*\\?([\p{L}])\s*\}|\\?([\p{L}]))/gu,
      (_, accent: string, one?: string, two?: string) => withAccent(accent, one ?? two ?? ''),
    )
    .replace(
      /\\([uvHrcdbk])(?:\s*\{\s*\\?([\p{L}])\s*\}|\s+\\?([\p{L}]))/gu,
      (_, accent: string, one?: string, two?: string) => withAccent(accent, one ?? two ?? ''),
    )
    .replace(/\\([a-zA-Z]+)(?:\s*\{\}|\s+|(?![a-zA-Z]))/g, (whole: string, name: string) =>
      Object.hasOwn(SYMBOLS, name) ? (SYMBOLS[name] ?? '') : whole.endsWith(' ') ? ' ' : '',
    )
    .replace(/\\([&%$#_{}])/g, (_, sign: string) => PROTECTED[sign] ?? sign)
    .replace(/\\[,;:! ]|~/g, ' ')
    .replace(/\\\\/g, ' ')
    .replace(/[{}$]/g, '')
    .replace(/\ue001/g, '{')
    .replace(/\ue002/g, '}')
    .replace(/\ue003/g, '$')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``|''/g, (marks) => (marks === '``' ? '“' : '”'))
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** Signs that were meant themselves, kept apart from those that structure the value. */
const PROTECTED: Readonly<Record<string, string>> = { '{': '\ue001', '}': '\ue002', $: '\ue003' }

function withAccent(accent: string, letter: string): string {
  return `${letter}${ACCENTS[accent] ?? ''}`
}

/** Splits a list of names at ` and ` outside of braces. */
export function splitNames(names: string): readonly string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < names.length; at++) {
    if (names[at] === '{') depth++
    else if (names[at] === '}') depth--
    else if (depth === 0 && /^\sand\s/i.test(names.slice(at, at + 5))) {
      found.push(names.slice(start, at))
      start = at + 5
      at += 4
    }
  }
  found.push(names.slice(start))
  return found.map((name) => name.trim()).filter((name) => name !== '' && name.toLowerCase() !== 'others')
}
