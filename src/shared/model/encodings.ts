/** Encodings that a person can choose, by their names in the Encoding Standard. */
export const ENCODINGS = [
  'utf-8',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'utf-16le',
  'utf-16be',
] as const

/** One of them. */
export type EncodingName = (typeof ENCODINGS)[number]

/** How the beginning of a text reads in an encoding. */
export interface EncodingSample {
  readonly encoding: EncodingName
  readonly text: string
}

/** The encoding a person chose for a version, null while it is found by looking, and how the text reads in each, the likeliest first. */
export interface EncodingChoices {
  readonly chosen: EncodingName | null
  readonly samples: readonly EncodingSample[]
}
