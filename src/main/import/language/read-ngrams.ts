/** eld's table of what four bytes of a word say about its language. */
export interface Ngrams {
  readonly type: string
  /** Codes by number. */
  readonly languages: Readonly<Record<string, string>>
  /** Score of every language (by number) that an n-gram speaks for; undefined for one that is not in the table. */
  readonly scoresOf: (ngram: string) => Readonly<Record<number, number>> | undefined
  readonly size: number
}

const HEAD = /\{type:'(\w+)',languages:\{([^}]*)\},isSubset:false,ngrams:\{/
const LANGUAGE = /(\d+):'(\w+)'/g
/** A key as JavaScript writes it, quoted or not, and its scores: `' Lé4L':{0:176}`. */
const NGRAM = /(?:'((?:[^'\\]|\\['\\])*)'|"((?:[^"\\]|\\["\\])*)"|([^'":{},\\]+)):\{([\d:,]+)\},?/y

/**
 * Reads the table from the text of eld's module, byte by byte what the module would hold: evaluating it makes fifty thousand
 * objects, which take 29 MB for good and 90 MB while they are made, in each thread; read so they take 4 MB. Throws when the
 * text is of another make.
 */
export function readNgrams(module: string): Ngrams {
  const head = HEAD.exec(module)
  if (head?.[1] === undefined || head[2] === undefined) throw new Error('the table of n-grams is of another make')
  const places = new Map<string, number>()
  const pairs: number[] = []
  NGRAM.lastIndex = head.index + head[0].length
  let end = NGRAM.lastIndex
  for (let found = NGRAM.exec(module); found !== null; found = NGRAM.exec(module)) {
    end = NGRAM.lastIndex
    const scores = (found[4] ?? '').split(',')
    const ngram = found[1] ?? found[2] ?? found[3] ?? ''
    places.set(ngram.replace(/\\(.)/g, '$1'), pairs.length)
    pairs.push(scores.length)
    for (const score of scores) pairs.push(...score.split(':').map(Number))
  }
  if (!module.startsWith('}}', end)) throw new Error(`the table of n-grams breaks off at ${String(end)}`)
  const packed = Uint8Array.from(pairs)
  return {
    type: head[1],
    languages: Object.fromEntries([...head[2].matchAll(LANGUAGE)].map(([, number = '', code = '']) => [number, code])),
    scoresOf: (ngram) => {
      const place = places.get(ngram)
      return place === undefined ? undefined : scoresAt(packed, place)
    },
    size: places.size,
  }
}

function scoresAt(packed: Uint8Array, place: number): Readonly<Record<number, number>> {
  const scores: Record<number, number> = {}
  const end = place + 2 * (packed[place] ?? 0)
  for (let at = place + 1; at < end; at += 2) scores[packed[at] ?? 0] = packed[at + 1] ?? 0
  return scores
}
