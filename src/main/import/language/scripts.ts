/** Writing systems that decide a language, or narrow it down. */
export type Script =
  | 'latin'
  | 'cyrillic'
  | 'arabic'
  | 'han'
  | 'kana'
  | 'hangul'
  | 'hebrew'
  | 'greek'
  | 'thai'
  | 'armenian'
  | 'georgian'
  | 'devanagari'
  | 'bengali'
  | 'gurmukhi'
  | 'gujarati'
  | 'oriya'
  | 'tamil'
  | 'telugu'
  | 'kannada'
  | 'malayalam'
  | 'sinhala'
  | 'lao'
  | 'myanmar'
  | 'ethiopic'
  | 'khmer'

interface ScriptRange {
  readonly first: number
  readonly last: number
  readonly script: Script
}

/* Blocks of The Unicode Standard 16, as coarse as telling scripts apart allows; in order of code points. */
const ranges: readonly ScriptRange[] = [
  { first: 0x41, last: 0x5a, script: 'latin' },
  { first: 0x61, last: 0x7a, script: 'latin' },
  { first: 0xc0, last: 0x24f, script: 'latin' },
  { first: 0x370, last: 0x3ff, script: 'greek' },
  { first: 0x400, last: 0x52f, script: 'cyrillic' },
  { first: 0x531, last: 0x58f, script: 'armenian' },
  { first: 0x5d0, last: 0x5ea, script: 'hebrew' },
  { first: 0x620, last: 0x6d3, script: 'arabic' },
  { first: 0x750, last: 0x77f, script: 'arabic' },
  { first: 0x904, last: 0x97f, script: 'devanagari' },
  { first: 0x985, last: 0x9f1, script: 'bengali' },
  { first: 0xa05, last: 0xa74, script: 'gurmukhi' },
  { first: 0xa85, last: 0xaf9, script: 'gujarati' },
  { first: 0xb05, last: 0xb71, script: 'oriya' },
  { first: 0xb83, last: 0xbd7, script: 'tamil' },
  { first: 0xc05, last: 0xc61, script: 'telugu' },
  { first: 0xc85, last: 0xcf2, script: 'kannada' },
  { first: 0xd05, last: 0xd7f, script: 'malayalam' },
  { first: 0xd85, last: 0xdf3, script: 'sinhala' },
  { first: 0xe01, last: 0xe3a, script: 'thai' },
  { first: 0xe81, last: 0xedf, script: 'lao' },
  { first: 0x1000, last: 0x109f, script: 'myanmar' },
  { first: 0x10a0, last: 0x10ff, script: 'georgian' },
  { first: 0x1100, last: 0x11ff, script: 'hangul' },
  { first: 0x1200, last: 0x137f, script: 'ethiopic' },
  { first: 0x1780, last: 0x17d3, script: 'khmer' },
  { first: 0x1e00, last: 0x1eff, script: 'latin' },
  { first: 0x1f00, last: 0x1fff, script: 'greek' },
  { first: 0x3041, last: 0x30fa, script: 'kana' },
  { first: 0x30fc, last: 0x30fe, script: 'kana' },
  { first: 0x3400, last: 0x4dbf, script: 'han' },
  { first: 0x4e00, last: 0x9fff, script: 'han' },
  { first: 0xac00, last: 0xd7a3, script: 'hangul' },
  { first: 0xf900, last: 0xfaff, script: 'han' },
]

/** How many letters of each script the text has, most frequent first. */
export function countScripts(text: string): readonly (readonly [Script, number])[] {
  const counts = new Map<Script, number>()
  for (let index = 0; index < text.length; index += 1) {
    const script = scriptOf(text.charCodeAt(index))
    if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}

function scriptOf(code: number): Script | null {
  for (const range of ranges) {
    if (code < range.first) return null
    if (code <= range.last) return range.script
  }
  return null
}
