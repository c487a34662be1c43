import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractPlainText } from '../../src/main/import/text/extract-plain-text.ts'
import { type Markup, type MarkupElement } from '../../src/main/import/markup.ts'
import { sharedData } from '../support/shared-data.ts'

const path = sharedData('articles/000_914a06ef86f6753b.txt')
const isThere = existsSync(path)

function textOf(node: Markup): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}

describe.skipIf(!isThere)('a real newspaper article saved as text (skipped without the folder of real files)', () => {
  const extracted = extractPlainText(isThere ? readFileSync(path, 'utf8') : '', { fileName: null })
  const elements = extracted.content.filter((node): node is MarkupElement => typeof node !== 'string')
  const bodyText = elements.filter(({ name }) => !['header', 'aside', 'footer'].includes(name)).map(textOf)

  it('has its title, publication without the motto, and standfirst', () => {
    expect(extracted.facts.title).toBe('Ukraine retreats from Severodonetsk as Russia advances in the east')
    expect(extracted.facts.publication).toBe('The Washington Post')
    expect(extracted.facts.standfirst).toMatch(/^Severodonetsk was one of the last cities/)
    expect(textOf(elements[0] ?? '')).toContain('Democracy Dies in Darkness')
  })

  it('has one caption, with its credit apart', () => {
    expect(extracted.captions).toHaveLength(1)
    expect(extracted.captions[0]?.credit).toBe('Heidi Levine for The Washington Post')
    expect(extracted.captions[0]?.text).toMatch(/Lysychansk, Ukraine\.$/)
  })

  it('keeps the related headline and the closing box as asides, out of the body', () => {
    expect(extracted.asides.map(({ title }) => title)).toEqual([
      'Why Severodonetsk in eastern Ukraine is key to Russia’s war',
      'War in Ukraine: What you need to know',
    ])
    expect(extracted.asides[1]?.text).toContain('Annexation referendums: Staged referendums')
    expect(bodyText.join('\n')).not.toMatch(/Why Severodonetsk|What you need to know|Read our full coverage/)
    expect(bodyText).toHaveLength(29)
  })

  it('names the contributors, and invents neither author nor date', () => {
    expect(extracted.facts.contributors).toEqual([
      'Lamothe',
      'Suliman',
      'Bissett',
      'Chapman',
      'Andrew Jeong',
      'Claire Parker',
    ])
    expect(extracted.facts.byline).toBeNull()
    expect(extracted.facts.published).toBeNull()
    expect(extracted.notes).toEqual([{ kind: 'no-date', details: {} }])
  })
})
