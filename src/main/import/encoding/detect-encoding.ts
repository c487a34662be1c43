import { analyse } from 'chardet'
import { isKnownEncoding } from './declared-encoding.ts'
import { textPlausibility } from './text-plausibility.ts'

/** Bytes that detection looks at: more does not change the answer, and costs 1 ms for each 10 KB. */
const SAMPLE_BYTES = 49_152

/** Legacy encodings by language: tried first when the language is known, and always tried for their script. */
const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  ru: ['windows-1251', 'koi8-r', 'ibm866'],
  uk: ['windows-1251', 'koi8-u'],
  be: ['windows-1251'],
  bg: ['windows-1251'],
  ja: ['shift_jis', 'euc-jp'],
  zh: ['gb18030', 'big5'],
  ko: ['euc-kr'],
  ar: ['windows-1256'],
  fa: ['windows-1256'],
  he: ['windows-1255'],
  el: ['windows-1253'],
  tr: ['windows-1254'],
  th: ['windows-874'],
  pl: ['windows-1250', 'iso-8859-2'],
  cs: ['windows-1250', 'iso-8859-2'],
  hu: ['windows-1250', 'iso-8859-2'],
}

/** Points of 100 that a fitting language is worth: it settles close calls, and no more. */
const LANGUAGE_BONUS = 25
/** Western text with few accented letters often gives no match at all. */
const FALLBACK = { name: 'windows-1252', confidence: 10 }

/**
 * The legacy encoding that bytes (known not to be UTF-8) are most likely in: statistics of byte pairs, weighed by how
 * plausible the decoded text looks. Answers a label that `TextDecoder` knows.
 */
export function detectEncoding(bytes: Uint8Array, language: string | null): string {
  const sample = textSample(bytes)
  const favoured = BY_LANGUAGE[language ?? ''] ?? []
  const matches = analyse(sample)
    .map(({ name, confidence }) => ({ name: name.toLowerCase(), confidence }))
    .filter(({ name }) => isKnownEncoding(name) && !name.startsWith('utf-'))
  const candidates = [...matches, ...favoured.map((name) => ({ name, confidence: 10 })), FALLBACK]
  let best = { name: FALLBACK.name, score: -1 }
  for (const { name, confidence } of candidates) {
    const bonus = favoured.includes(name) ? LANGUAGE_BONUS : 0
    const score = (confidence + bonus) * textPlausibility(new TextDecoder(name).decode(sample)) ** 2
    if (score > best.score) best = { name, score }
  }
  return best.name
}

/** The bytes without tags, scripts and styles, whose ASCII would drown the few bytes that tell. */
function textSample(bytes: Uint8Array): Uint8Array {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_048_576)).toString('latin1')
  const text = page.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<[^<>]*>/gi, ' ').replace(/[\s\d]{2,}/g, ' ')
  const long = text.length > SAMPLE_BYTES ? fromFirstHighByte(text) : text
  return Buffer.from(long.slice(0, SAMPLE_BYTES), 'latin1')
}

function fromFirstHighByte(text: string): string {
  const first = text.search(/[\u0080-\u00ff]/)
  return text.slice(Math.max(0, Math.min(first - 200, text.length - SAMPLE_BYTES)))
}
