import { describe, expect, it } from 'vitest'
import type { ExportedArticle } from '../../../../src/main/import/markdown/exported/exported-article.ts'
import { readExported } from '../../../../src/main/import/markdown/exported/read-exported.ts'
import { readFrontMatter } from '../../../../src/main/import/markdown/read-front-matter.ts'
import { countProcessorTime } from '../../../support/processor-time.ts'

const UID = '019a0000-0000-7000-8000-000000000001'
const NOTE = '019a0000-0000-7000-8000-0000000000aa'
const LINK = `offprint://article/${UID}`

function read(source: string): ExportedArticle | null {
  return readExported(source, readFrontMatter(source))
}

function file(body: string, fields = 'title: Tides\nauthor:\n  - Ana Ruiz'): string {
  return `---\n${fields}\nuid: ${UID}\nlink: ${LINK}\nchecksum: "0123456789abcdef"\n---\n\n${body}`
}

describe('a file of our own export', () => {
  it.each([
    ['a note that only links to an article', `---\ntitle: Mine\nlink: ${LINK}\n---\nText`],
    ['one whose uid is another', `---\nuid: ${NOTE}\nlink: ${LINK}\n---\nText`],
    ['properties without an article', 'title:: Mine\nuid:: x\n\n- Text'],
    ['Markdown', '# Tides\n\nText'],
  ])('is not %s', (_what, source) => {
    expect(read(source)).toBeNull()
  })

  it('keeps fields that a person added as notes, and no other', () => {
    const fields =
      'title: Tides\nadded: 2024-01-01T10:00:00.000Z\nrating: 5\nstate: read\nstarred: true\ncollections:\n  - A/B'
    expect(read(file('Text', fields))).toMatchObject({
      notes: [{ kind: 'unknown-field', details: { field: 'rating', value: 5 } }],
      marks: { added: '2024-01-01T10:00:00.000Z', state: 'read', starred: true, collections: [['A', 'B']] },
      isUnedited: false,
    })
  })

  it('leaves to the text what only looks like its head', () => {
    const body = '*All in italics, and the byline is not below.*\n\nText'
    expect(read(file(`# Tides\n\n${body}`))).toMatchObject({ body, facts: { title: 'Tides' } })
    expect(read(file(`# Tides\n\n*Twice \\*a\\* day*\n\nAna Ruiz\n\nText`))).toMatchObject({
      body: 'Text',
      facts: { standfirst: 'Twice *a* day' },
    })
  })

  it("leaves to the text its own headings, and what follows another article's link", () => {
    const body = `## Notes\n\nSome.\n\n## Highlights\n\nOf the year.\n\n[Yellow](offprint://article/${NOTE}#${UID})`
    expect(read(file(`# Tides\n\nAna Ruiz\n\n${body}`))).toMatchObject({ body, marks: { highlights: [] } })
  })

  it('reads notes whole: their quotes, headings, fences and HTML', () => {
    const note = '> so they say\n\n\\# and\n\\<b>\n\n```\n\\<kept>\n```'
    const source = file(`# Tides\n\nAna Ruiz\n\nText\n\n## Notes\n\n${note}\n\n[Note](${LINK}#${NOTE}) · #a · #b`)
    expect(read(source)?.marks.highlights).toEqual([
      {
        ...{ uid: NOTE, quote: null, prefix: '', suffix: '', color: null, tags: ['a', 'b'], created: null },
        note: '> so they say\n\n# and\n<b>\n\n```\n\\<kept>\n```',
      },
    ])
  })

  it('takes hostile lines in time that grows with them', () => {
    const rows = [
      '> [!abstract]\n' + '>'.repeat(50_000) + '\nx',
      '## Notes\n'.repeat(5000),
      `> [!quote] [Yellow](${LINK}#${NOTE})\n`.repeat(300),
    ]
    const timed = countProcessorTime()
    for (const row of rows) read(file(row))
    expect(timed()).toBeLessThan(2000)
  })
})
