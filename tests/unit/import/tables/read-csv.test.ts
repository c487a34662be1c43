import { describe, expect, test } from 'vitest'
import { csvColumns, readCsv } from '../../../../src/main/import/tables/read-csv.ts'
import { collect } from '../../../support/collect.ts'
import { aSource } from '../../../support/import-builders.ts'
import { countProcessorTime } from '../../../support/processor-time.ts'

async function rows(content: string | Uint8Array, piece = 3): Promise<unknown[]> {
  const read = await collect(readCsv(aSource(content, 'a.csv', piece).stream()))
  return read.map((row) => (row.fields === null ? row.reason : Object.fromEntries(row.fields)))
}

describe('a table', () => {
  test('is read by its column names, whatever their case, with a mark at the beginning and breaks in quotes', async () => {
    expect(await rows('\ufeffTitle, URL \r\n"a ""b""\r\nc",x\r\n\r\nd,y\r\n')).toEqual([
      { title: 'a "b"\r\nc', url: 'x' },
      { title: 'd', url: 'y' },
    ])
  })

  test('too few columns and too many lose nothing; a stray quote is a quote', async () => {
    expect(await rows('a,b\n1\n1,2,3\n1 "x",2')).toEqual([
      { a: '1' },
      { a: '1', b: '2', 'column 3': '3' },
      { a: '1 "x"', b: '2' },
    ])
  })

  test('a quote that never ends is one broken row, the others are read', async () => {
    const read = await rows('a,b\n1,2\n"3,4\n5,6')
    expect(read[0]).toEqual({ a: '1', b: '2' })
    expect(read[1]).toMatch(/quote/i)
    expect(read[2]).toEqual({ a: '5', b: '6' })
    const many = Array.from({ length: 200 }, (_, at) => (at === 2 ? '"3,4' : `${String(at)},é`)).join('\r\n')
    const whole = await rows(`a,b\r\n${many}`)
    expect(whole).toHaveLength(200)
    expect(whole.filter((row) => typeof row === 'string')).toHaveLength(1)
    expect(whole.at(-1)).toEqual({ a: '199', b: 'é' })
  })

  test('a table cut within a quote of many lines has one broken row; one full of quotes ends as well', async () => {
    expect(await rows('a,b,c\n1,2,3\n4,5,"words\nmore words\nand more')).toHaveLength(2)
    const timed = countProcessorTime()
    expect(await rows(`a,b\n${'1,"x\n'.repeat(50_001)}`, 60_000)).not.toHaveLength(0)
    expect(timed()).toBeLessThan(5000)
  })

  test('Windows-1252 far behind plain letters is read as that, UTF-8 as UTF-8', async () => {
    const plain = Buffer.from(`a\n${'word\n'.repeat(20_000)}`)
    const last = async (end: Uint8Array) => (await rows(Buffer.concat([plain, end]), 1000)).at(-1)
    expect(await last(Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))).toEqual({ a: 'café' })
    expect(await last(Buffer.from('café'))).toEqual({ a: 'café' })
  })

  test('semicolons and tabs of spreadsheets are known, also when a name holds a comma', async () => {
    expect(await rows('a;"b, c, d"\n1;2')).toEqual([{ a: '1', 'b, c, d': '2' }])
    expect(await rows('a\tb\n1\t2')).toEqual([{ a: '1', b: '2' }])
  })

  test('UTF-16 and Windows-1252 are known; names of the prototype are mere columns', async () => {
    expect(await rows(Buffer.from('\ufeffa,b\nü,2', 'utf16le'))).toEqual([{ a: 'ü', b: '2' }])
    expect(await rows(Uint8Array.from([0x61, 0x0a, 0xfc]))).toEqual([{ a: 'ü' }])
    const [row] = await collect(readCsv(aSource('__proto__,constructor\n1,2').stream()))
    expect(row?.fields?.get('__proto__')).toBe('1')
  })

  test('its columns are told by its first bytes', () => {
    expect(csvColumns(Buffer.from('\ufeffURL,"Title",Selection\nhttps://'))).toEqual(['url', 'title', 'selection'])
    expect(csvColumns(new Uint8Array())).toEqual([])
  })
})
