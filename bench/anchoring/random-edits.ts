import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeQuote } from '../../src/shared/text/describe-quote.ts'
import { prepareText } from '../../src/shared/text/prepare-text.ts'
import type { AnchoringCase } from './cases.ts'
import { seededRandom } from './random.ts'

const STORIES = join(import.meta.dirname, '../../../shared/data/news/bbc/bbc.jsonl')
/** Passages of one text. */
const PASSAGES = 8
/** Paragraphs around the passage that are edited too. */
const EDITED_AROUND = 0.3

type Random = () => number
type Edit = (passage: string, words: readonly string[], random: Random) => string | null

/** What is done to the passage itself; null = it is taken out. Moving is done with the whole paragraph. */
const EDITS: Readonly<Record<string, Edit>> = {
  'as it was': (passage) => passage,
  'words put in': (passage, words, random) =>
    eachWord(passage, random, 0.15, (word) => `${word} ${pick(words, random)}`),
  'words taken out': (passage, _words, random) => eachWord(passage, random, 0.2, () => ''),
  'words changed': (passage, words, random) => eachWord(passage, random, 0.2, () => pick(words, random)),
  typography: (passage) =>
    passage
      .replaceAll('"', '”')
      .replaceAll("'", '’')
      .replaceAll('-', '–')
      .replace(/ (?=\w{5})/g, '\n'),
  moved: (passage) => passage,
  'taken out': () => null,
}

/** Sentences of news stories, edited as the kind says, in stories of which other paragraphs are edited too. Seeded. */
export function editAtRandom(count: number): readonly AnchoringCase[] {
  const random = seededRandom(20_261_123)
  const kinds = Object.keys(EDITS)
  const stories = readStories(Math.ceil(count / PASSAGES), random)
  return stories
    .flatMap(({ name, text }) => Array.from({ length: PASSAGES }, () => ({ name, text })))
    .slice(0, count)
    .flatMap(({ name, text }, index) => {
      const kind = kinds[index % kinds.length] ?? ''
      const made = editStory(text, kind, random)
      return made === undefined ? [] : [{ ...made, kind, source: `${name}, ${kind}` }]
    })
}

function editStory(text: string, kind: string, random: Random): Omit<AnchoringCase, 'kind' | 'source'> | undefined {
  const paragraphs = text.split('\n\n')
  const words = text.match(/\p{L}+/gu) ?? []
  const at = Math.floor(random() * paragraphs.length)
  const paragraph = paragraphs[at] ?? ''
  const sentence = pick(paragraph.match(/[^.!?]{25,}[.!?]/g) ?? [], random)?.trim()
  if (sentence === undefined) return undefined
  const [before = '', ...rest] = paragraph.split(sentence)
  const edited = EDITS[kind]?.(sentence, words, random) ?? null
  const around = (one: string): string =>
    random() < EDITED_AROUND ? eachWord(one, random, 0.15, () => pick(words, random) ?? '') : one
  const lead = paragraphs.slice(0, at).map(around)
  const trail = paragraphs.slice(at + 1).map(around)
  const own = [before, edited ?? '', rest.join(sentence)]
  const order = kind === 'moved' ? [...trail, ...lead] : lead
  const start = [...order, ''].join('\n\n').length + before.length
  const renewed = [...order, own.join(''), ...(kind === 'moved' ? [] : trail)].join('\n\n')
  const from = text.indexOf(sentence, [...paragraphs.slice(0, at), ''].join('\n\n').length)
  return {
    quote: describeQuote(text, from, from + sentence.length),
    start: from,
    end: from + sentence.length,
    old: prepareText(text),
    renewed: prepareText(renewed),
    expected: edited === null ? null : { start, end: start + edited.length },
  }
}

function eachWord(text: string, random: Random, share: number, change: (word: string) => string | undefined): string {
  return text.replace(/\p{L}+/gu, (word) => (random() < share ? (change(word) ?? word) : word))
}

function pick<Value>(values: readonly Value[], random: Random): Value | undefined {
  return values[Math.floor(random() * values.length)]
}

function readStories(count: number, random: Random): readonly { readonly name: string; readonly text: string }[] {
  const lines = readFileSync(STORIES, 'utf8').trimEnd().split('\n')
  return Array.from({ length: count }, () => {
    const line = Math.floor(random() * lines.length)
    const { body: text } = JSON.parse(lines[line] ?? '{}') as { readonly body: string }
    return { name: `story ${String(line)}`, text: text.trim() }
  })
}
