import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractPlainText } from '../../src/main/import/text/extract-plain-text.ts'
import type { Markup } from '../../src/main/import/markup.ts'
import { plainTextCases } from './plain-text-cases.ts'

function outline(content: readonly Markup[]): string {
  return content.map((node) => (typeof node === 'string' ? '"' : node.name + inner(node.name, node.children))).join(' ')
}

function inner(name: string, children: readonly Markup[]): string {
  return ['header', 'aside', 'footer'].includes(name) ? `(${outline(children)})` : ''
}

describe('plain texts of many shapes become articles', () => {
  it.each(plainTextCases)('$file', ({ file, facts, shape, captions, asides }) => {
    const text = readFileSync(join(import.meta.dirname, 'texts', `${file}.txt`), 'utf8')
    const extracted = extractPlainText(text, { fileName: null })
    const nothing = {
      title: null, standfirst: null, byline: null, publication: null, section: null, published: null, language: null, contributors: [],
    } // prettier-ignore
    expect(extracted.facts).toEqual({ ...nothing, ...facts })
    expect(outline(extracted.content)).toBe(shape)
    expect(extracted.captions).toEqual(captions ?? [])
    expect(extracted.asides.map(({ title }) => title)).toEqual(asides ?? [])
    const kinds = extracted.notes.map(({ kind }) => kind)
    expect(kinds.includes('no-date')).toBe(extracted.facts.published === null)
    expect(kinds.includes('no-title')).toBe(extracted.facts.title === null)
  })
})
