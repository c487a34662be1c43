import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { eld } from 'eld/extrasmall'
import { describe, expect, it } from 'vitest'
import { loadEld } from '../../../../src/main/import/language/load-eld.ts'
import { readNgrams } from '../../../../src/main/import/language/read-ngrams.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const TABLE = join(fileURLToPath(import.meta.resolve('eld/extrasmall')), '../../ngrams/extrasmall.js')

interface EldModule {
  readonly ngramsData: {
    readonly type: string
    readonly languages: Readonly<Record<string, string>>
    readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
}

describe('the packed table of languages', () => {
  it("holds every n-gram, score and language of eld's own, and none besides", async () => {
    const { ngramsData } = (await import(pathToFileURL(TABLE).href)) as EldModule
    const packed = readNgrams(readFileSync(TABLE, 'utf8'))
    expect(packed.type).toBe(ngramsData.type)
    expect(packed.languages).toEqual(ngramsData.languages)
    const entries = Object.entries(ngramsData.ngrams)
    expect(packed.size).toBe(entries.length)
    const different = entries.filter(
      ([ngram, scores]) => JSON.stringify(packed.scoresOf(ngram)) !== JSON.stringify(scores),
    )
    expect(different).toEqual([])
    expect(packed.scoresOf('no such')).toBeUndefined()
  })

  it('answers as eld does, scores and all', () => {
    const packed = loadEld()
    const texts = [
      'The council voted on Thursday to keep the old bridge open.',
      "L'ajuntament ha decidit mantenir obert el pont vell dos anys més.",
      'Общинският съвет реши в четвъртък старият мост да остане отворен.',
      '市议会星期四决定，旧桥将再开放两年。',
      'constructor toString __proto__ valueOf',
      '',
    ]
    for (const text of texts) {
      const [ours, theirs] = [packed.detect(text), eld.detect(text)]
      expect([ours.language, ours.getScores(), ours.isReliable()]).toEqual([
        theirs.language,
        theirs.getScores(),
        theirs.isReliable(),
      ])
    }
  })

  it('takes a few megabytes where the module takes thirty', () => {
    const module = pathToFileURL(join(ROOT, 'src/main/import/language/detect-language.ts')).href
    const code = `
      const before = process.memoryUsage().heapUsed
      const { detectLanguage } = await import(${JSON.stringify(module)})
      detectLanguage('The council voted on Thursday to keep the old bridge open.', null)
      gc()
      console.log((process.memoryUsage().heapUsed - before) / 1e6)`
    const args = ['--expose-gc', '--input-type=module', '-e', code]
    const grown = Number(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }))
    expect(grown).toBeLessThan(12)
  })

  it('is refused when it breaks off, or is of another make', () => {
    const table = readFileSync(TABLE, 'utf8')
    expect(() => readNgrams(table.slice(0, 5000))).toThrow('breaks off')
    expect(() => readNgrams('export const ngramsData = {}')).toThrow('another make')
  })
})
