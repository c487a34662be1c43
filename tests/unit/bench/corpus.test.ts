import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { composeArticle } from '../../../bench/corpus/compose-article.ts'
import { STANDARD_CORPUS, type CorpusOptions } from '../../../bench/corpus/corpus-options.ts'
import { generateCorpus } from '../../../bench/corpus/generate-corpus.ts'
import { CORPUS_LANGUAGES, type CorpusLanguageCode } from '../../../bench/corpus/language.ts'

const corpus = (changes: Partial<CorpusOptions> = {}): CorpusOptions => ({
  ...STANDARD_CORPUS,
  articles: 600,
  ...changes,
})

function digest(options: CorpusOptions): string {
  const hash = createHash('sha256')
  for (const article of generateCorpus(options)) hash.update(JSON.stringify(article))
  return hash.digest('hex')
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []

/** How often each word of a corpus stands in it, commonest first, and all words. */
function count(options: CorpusOptions) {
  const frequencies = new Map<string, number>()
  const growth: { tokens: number; types: number }[] = []
  let tokens = 0
  for (const { text } of generateCorpus(options)) {
    for (const word of wordsOf(text)) {
      frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
      tokens += 1
    }
    growth.push({ tokens, types: frequencies.size })
  }
  return { tokens, growth, ranked: [...frequencies.values()].toSorted((a, b) => b - a) }
}

test('the same seed gives the same bytes, another seed other bytes', () => {
  const small = corpus({ articles: 30 })
  expect(digest(small)).toBe(digest(small))
  expect(digest(corpus({ articles: 30, seed: 'other' }))).not.toBe(digest(small))
})

test('an article depends on its number alone, not on those before it', () => {
  const options = corpus({ articles: 8 })
  expect([...generateCorpus(options)][7]).toEqual(composeArticle(options, 7).article)
})

test('articles are made one at a time', () => {
  const endless = generateCorpus(corpus({ articles: Infinity }))
  expect(endless.next().value).toMatchObject({ id: 'a0000000' })
  expect(endless.next().value).toMatchObject({ id: 'a0000001' })
})

test.each(Object.keys(CORPUS_LANGUAGES) as CorpusLanguageCode[])(
  '%s: every fact of an article is there',
  (language) => {
    for (const article of generateCorpus(corpus({ language, articles: 20 }))) {
      expect(article.language).toBe(language)
      expect(article.title.length).toBeGreaterThan(3)
      expect(article.byline).not.toBe('')
      expect(article.publication).not.toBe('')
      expect(article.published).toMatch(/^20[0-2]\d-\d\d-\d\d$/)
      expect(article.tags.length).toBeGreaterThan(0)
      expect(article.text.startsWith(article.standfirst)).toBe(true)
      expect(article.text.split('\n\n').length).toBeGreaterThan(2)
      expect(URL.canParse(article.url)).toBe(true)
    }
  },
)

test.each([
  ['ru', /[а-я]/i],
  ['uk', /[іїє]/i],
  ['ar', /[\u0621-\u064a]/],
  ['ja', /^[^ ]*[\u4e00-\u9fff][^ ]*$/m],
] as const)('%s is written in its own script', (language, script) => {
  const { text } = composeArticle(corpus({ language }), 1).article
  expect(text).toMatch(script)
  expect(text).not.toMatch(/[a-z]/i)
})

test('articles are as long as asked for, in the mean, and of different lengths', () => {
  for (const words of [300, 680]) {
    const lengths = [...generateCorpus(corpus({ words }))].map(({ text, standfirst }) => {
      return wordsOf(text).length - wordsOf(standfirst).length
    })
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    expect(mean / words).toBeGreaterThan(0.93)
    expect(mean / words).toBeLessThan(1.07)
    expect(Math.max(...lengths)).toBeGreaterThan(2 * mean)
    expect(Math.min(...lengths)).toBeLessThan(mean / 2)
  }
})

test('word frequencies follow Zipf–Mandelbrot and new words come as Heaps has it', () => {
  const { tokens, ranked, growth } = count(corpus())
  const share = (ranks: number): number => ranked.slice(0, ranks).reduce((sum, times) => sum + times, 0) / tokens
  // English news: the commonest word about 5 %, the 60 commonest about 40 %.
  expect(share(1)).toBeGreaterThan(0.03)
  expect(share(1)).toBeLessThan(0.08)
  expect(share(60)).toBeGreaterThan(0.35)
  expect(share(60)).toBeLessThan(0.48)
  const slope = (from: number, to: number): number =>
    Math.log((ranked[from - 1] ?? 0) / (ranked[to - 1] ?? 1)) / Math.log(to / from)
  expect(slope(10, 1_000)).toBeGreaterThan(0.8)
  expect(slope(10, 1_000)).toBeLessThan(1.4)
  const [early, late] = [growth[59], growth[599]]
  if (early === undefined || late === undefined) throw new Error('too few articles')
  const heaps = Math.log(late.types / early.types) / Math.log(late.tokens / early.tokens)
  expect(heaps).toBeGreaterThan(0.4)
  expect(heaps).toBeLessThan(0.7)
})

test('articles of one topic share more words than articles of different topics', () => {
  const made = Array.from({ length: 300 }, (_, number) => composeArticle(corpus(), number)).map((composed) => ({
    tag: composed.article.tags[0],
    words: new Set(composed.sentences.flat().flatMap(({ lemma }) => lemma ?? [])),
  }))
  const overlaps = { sameTopic: [] as number[], otherTopic: [] as number[] }
  made.forEach((one, index) => {
    for (const other of made.slice(index + 1)) {
      const shared = [...one.words].filter((word) => other.words.has(word)).length
      const overlap = shared / Math.min(one.words.size, other.words.size)
      overlaps[one.tag === other.tag ? 'sameTopic' : 'otherTopic'].push(overlap)
    }
  })
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(mean(overlaps.sameTopic)).toBeGreaterThan(1.3 * mean(overlaps.otherTopic))
})
