import type { ArticleUid } from '../../../../shared/model/identity.ts'
import type { DraftHighlight } from '../../../archive/prepared-article.ts'
import { parseAnnotationLine } from './annotation-line.ts'
import type { CutAnnotations } from './cut-annotations.ts'
import { annotationOfLines } from './exported-annotation.ts'
import { plainLine } from './plain-of-markdown.ts'

/** Page properties of Logseq at the head of a file (`title:: Tides`), unescaped, and the outline below them. */
export interface LogseqPage {
  readonly properties: ReadonlyMap<string, string>
  readonly outline: string
}

/** Reads the properties; null when the first line is none. */
export function readLogseqPage(source: string): LogseqPage | null {
  const lines = source.split('\n')
  const end = lines.findIndex((line) => !PROPERTY.test(line))
  const written = lines.slice(0, end < 0 ? lines.length : end)
  if (written.length === 0) return null
  const properties = written.map((line): [string, string] => {
    const [, name = '', value = ''] = PROPERTY.exec(line) ?? []
    return [name, plainLine(value)]
  })
  return { properties: new Map(properties), outline: lines.slice(written.length).join('\n') }
}

const PROPERTY = /^([a-z]+):: (.*)$/

/**
 * Takes the outline that the flavour `logseq` writes apart: under `- ## Text` the text, four spaces in; under `Highlights`
 * and `Notes` an annotation a block, its note a block below it. What a person added as blocks of their own stays text.
 */
export function readLogseqOutline(outline: string, article: ArticleUid): CutAnnotations {
  const texts: string[] = []
  const highlights: DraftHighlight[] = []
  for (const section of outline.trim().split(/\n(?=- )/)) {
    const [heading = '', ...lines] = section.split('\n')
    const blocks = lines.join('\n').split(/\n(?= {2}- )|^(?= {2}- )/)
    for (const block of blocks) {
      const said = /^- ## (?:Highlights|Notes)$/.test(heading) ? readBlock(block, article) : null
      if (said === null) texts.push(outdent(block, 4))
      else highlights.push(said)
    }
    if (!/^- ## (?:Text|Highlights|Notes)$/.test(heading)) texts.push(heading.replace(/^- /, ''))
  }
  return { text: texts.join('\n\n').trim(), highlights }
}

function readBlock(block: string, article: ArticleUid): DraftHighlight | null {
  const lines = outdent(block, 4).split('\n')
  const at = lines.findIndex((line) => parseAnnotationLine(line, article) !== null)
  const said = parseAnnotationLine(lines[at] ?? '', article)
  if (said === null) return null
  const below = outdent(lines.slice(at + 1).join('\n'), 2)
  return annotationOfLines(said, [...lines.slice(0, at), ...(below === '' ? [] : ['', below])])
}

/** Without the bullet that begins a block, and as many spaces less before every line. */
function outdent(block: string, spaces: number): string {
  const indent = new RegExp(`^ {0,${String(spaces)}}`, 'gm')
  return block.replace(new RegExp(`^ {${String(spaces - 2)}}- `), ' '.repeat(spaces)).replaceAll(indent, '')
}
