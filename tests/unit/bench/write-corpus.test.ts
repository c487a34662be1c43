import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { STANDARD_CORPUS } from '../../../bench/corpus/corpus-options.ts'
import { generateCorpus } from '../../../bench/corpus/generate-corpus.ts'
import { writeJsonLines, writeTextFiles } from '../../../bench/corpus/write-corpus.ts'
import { tempDir } from '../../support/temp-dir.ts'

const small = { ...STANDARD_CORPUS, articles: 1_002, words: 30 }

test('a corpus is written as JSON lines, one article a line', async () => {
  const file = join(tempDir(), 'corpus.jsonl')
  await writeJsonLines(file, generateCorpus(small))
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([...generateCorpus(small)])
})

test('a corpus is written as text files, a thousand to a folder', async () => {
  const folder = tempDir()
  await writeTextFiles(folder, generateCorpus(small))
  expect(readdirSync(folder)).toEqual(['0000', '0001'])
  expect(readdirSync(join(folder, '0001'))).toEqual(['a0001000.txt', 'a0001001.txt'])
  const [first] = generateCorpus(small)
  const text = readFileSync(join(folder, '0000', 'a0000000.txt'), 'utf8')
  expect(text.split('\n\n')).toContain(first?.title)
  expect(text).toContain(first?.text)
})
