import { drawArticleWords, drawSentenceWords } from './article-lengths.ts'
import type { ComposedArticle, CorpusArticle } from './corpus-article.ts'
import type { CorpusOptions } from './corpus-options.ts'
import { CORPUS_LANGUAGES, type CorpusLanguage, type CorpusLanguageCode } from './language.ts'
import { createRandom, type Random } from './random.ts'
import { capitalise, writeSentence, type Sentence } from './sentence.ts'
import { topicWord, TOPICS } from './topic.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'
import { createWordSource, type NextWord } from './word-source.ts'
import { zipfMandelbrot } from './zipf.ts'

const PUBLICATIONS = 40
const AUTHORS = 3_000
const FIRST_DAY = Date.UTC(2005, 0, 1)
const DAYS = 21 * 365

const drawAuthor = zipfMandelbrot(AUTHORS)
const drawPublication = zipfMandelbrot(PUBLICATIONS)
const drawTopic = zipfMandelbrot(TOPICS)

/** Vocabularies are made once a language: their remembered words are worth keeping. */
const vocabularies = new Map<CorpusLanguageCode, Vocabulary>()

/** The article of that number (from 0) in a corpus; it depends on seed, language, mean length and number alone. */
export function composeArticle(options: Omit<CorpusOptions, 'articles'>, number: number): ComposedArticle {
  const random = createRandom(`${options.seed}/${options.language}/${String(options.words)}/${String(number)}`)
  const language = CORPUS_LANGUAGES[options.language]
  const vocabulary = vocabularyOf(options.language)
  const topic = drawTopic(random)
  const nextWord = createWordSource(vocabulary, topic, random)
  const title = Array.from({ length: 6 + random.below(5) }, () => nextWord(random.chance(0.6)))
  const standfirst = composeSentence(nextWord, random)
  const body = composeBody(drawArticleWords(options.words, random), nextWord, random)
  const names = (first: number, count: number) => nameOf(vocabulary, first, count)
  const facts = drawFacts(random, names)
  const written = writeParagraphs(body, language, random)
  const lead = writeSentence(standfirst, language, random)
  const article: CorpusArticle = {
    id: `a${String(number).padStart(7, '0')}`,
    service: `corpus-${options.seed}`,
    url: `https://news-${String(facts.publicationNumber)}.example/${facts.published.replaceAll('-', '/')}/${String(number)}`,
    title: capitalise(title.map(({ surface }) => surface).join(language.separator)),
    standfirst: lead,
    byline: facts.byline,
    publication: facts.publication,
    published: facts.published,
    language: options.language,
    tags: drawTags(topic, vocabulary, random),
    text: [lead, ...written].join('\n\n'),
  }
  return { article, sentences: [standfirst, ...body] }
}

function vocabularyOf(code: CorpusLanguageCode): Vocabulary {
  const known = vocabularies.get(code)
  if (known !== undefined) return known
  const made = createVocabulary(CORPUS_LANGUAGES[code])
  vocabularies.set(code, made)
  return made
}

function composeSentence(nextWord: NextWord, random: Random, most = Infinity): Sentence {
  return Array.from({ length: Math.min(drawSentenceWords(random), most) }, () => nextWord())
}

function composeBody(words: number, nextWord: NextWord, random: Random): readonly Sentence[] {
  const sentences: Sentence[] = []
  let left = words
  while (left > 0) {
    const sentence = composeSentence(nextWord, random, left)
    sentences.push(sentence)
    left -= sentence.length
  }
  return sentences
}

function writeParagraphs(body: readonly Sentence[], language: CorpusLanguage, random: Random): readonly string[] {
  const paragraphs: string[] = []
  const gap = language.separator
  for (let index = 0; index < body.length;) {
    const length = 1 + random.below(4)
    const sentences = body.slice(index, index + length).map((sentence) => writeSentence(sentence, language, random))
    paragraphs.push(sentences.join(gap))
    index += length
  }
  return paragraphs
}

function drawFacts(random: Random, names: (first: number, count: number) => string) {
  const publicationNumber = drawPublication(random)
  const authors = Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => names(200_000 + drawAuthor(random) * 2, 2))
  return {
    publicationNumber,
    publication: names(190_000 + publicationNumber * 2, 2),
    byline: [...new Set(authors)].join(', '),
    published: new Date(FIRST_DAY + random.below(DAYS) * 86_400_000).toISOString().slice(0, 10),
  }
}

/** A name of rare words, bare and capitalised; it depends on its numbers alone. */
function nameOf(vocabulary: Vocabulary, first: number, count: number): string {
  const fixed = createRandom(`name/${String(first)}`)
  return Array.from({ length: count }, (_, index) => capitalise(vocabulary.wordAt(first + index, fixed).surface)).join(
    ' ',
  )
}

/** One to three tags of the topic's first words. */
function drawTags(topic: number, vocabulary: Vocabulary, random: Random): readonly string[] {
  const tags = Array.from({ length: 1 + random.below(3) }, () => {
    const nth = 1 + random.below(5)
    const fixed = createRandom(`tag/${String(topic)}/${String(nth)}`)
    return vocabulary.wordAt(topicWord(topic, nth, vocabulary.firstContent), fixed).surface
  })
  return [...new Set(tags)]
}
