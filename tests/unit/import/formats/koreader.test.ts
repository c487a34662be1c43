import { describe, expect, test } from 'vitest'
import { readLuaTable } from '../../../../src/main/import/lua/read-lua-table.ts'
import { draftsOf, inShort, readContent } from '../../../support/read-items.ts'

const NEW = `-- /books/Salt.sdr/metadata.epub.lua
return {
    ["annotations"] = {
        [1] = {
            ["chapter"] = "One",
            ["color"] = "green",
            ["datetime"] = "2024-05-01 10:20:30",
            ["drawer"] = "lighten",
            ["note"] = "How many \\"men\\"?",
            ["page"] = "/body/DocFragment[8]/body/p[3]/text().0",
            ["pos0"] = "/body/DocFragment[8]/body/p[3]/text().0",
            ["text"] = "paid in salt\\
and in wine",
        },
        [2] = { ["datetime"] = "2024-05-02 10:20:30", ["page"] = "x", ["text"] = "in One", },
    },
    ["doc_props"] = { ["authors"] = "Ann Lee\\nBo", ["language"] = "en", ["title"] = "On salt" },
    ["partial_md5_checksum"] = "abc", ["summary"] = { ["status"] = "reading" },
}
`
const OLD = `return {
  ["bookmarks"] = { [1] = { ["highlighted"] = true, ["pos0"] = "a", ["pos1"] = "b", ["text"] = "Mine", ["notes"] = "The wall" } },
  ["highlight"] = { [12] = { [1] = { ["datetime"] = "2021-01-02 03:04:05", ["pos0"] = "a", ["pos1"] = "b", ["text"] = "The wall" } } },
  ["doc_path"] = "/mnt/books/Walls of salt.epub",
}`

describe("KOReader's file beside a book", () => {
  test('gives highlights with notes, pens and days; they join the book of that title; places without words are none', async () => {
    const [draft, ...others] = draftsOf(await readContent(NEW, 'metadata.epub.lua'))
    expect(others).toEqual([])
    expect(draft).toMatchObject({
      joins: { title: 'On salt', author: 'Ann Lee, Bo' },
      service: 'koreader',
      sourceId: 'abc',
    })
    expect(draft?.marks.highlights).toMatchObject([
      {
        quote: 'paid in salt\nand in wine',
        note: 'How many "men"?',
        color: 'green',
        created: '2024-05-01T10:20:30.000Z',
      },
    ])
  })

  test('of the older generation has its notes among the bookmarks', async () => {
    const items = (await readContent(OLD, 'metadata.epub.lua')).map(inShort)
    expect(items).toMatchObject([{ format: 'koreader', title: 'Walls of salt', highlights: [['The wall', 'Mine']] }])
  })

  test('cut off, with code in it or too deep is told, and nothing of it is run', async () => {
    for (let at = 30; at < NEW.length - 2; at += 23) {
      const [item] = await readContent(NEW.slice(0, at), 'metadata.epub.lua')
      expect(item === undefined || !item.ok || item.draft.format !== 'koreader').toBe(true)
    }
    const code = readLuaTable('return { ["a"] = os.execute("rm") }')
    expect(code.ok).toBe(false)
    expect(readLuaTable(`return ${'{'.repeat(100_000)}`).ok).toBe(false)
    expect(readLuaTable(`return { "${'x'.repeat(1_000_000)}`).ok).toBe(false)
  })

  test.each([
    ['return {1, "two", [3] = \'three\'; a = true, nil}', { 1: 1, 2: 'two', 3: null, a: true }],
    ['-- a\nreturn { -- b\n}', {}],
    ['return { ["\\228\\189\\160"] = -1.5e3 }', { 你: -1500 }],
  ])('the table %j', (text, expected) => {
    expect(readLuaTable(text)).toEqual({ ok: true, value: expected })
  })
})
