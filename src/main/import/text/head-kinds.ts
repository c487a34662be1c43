import { type Block, blockText } from './block.ts'
import { isCreditLine, parseCaption } from './caption.ts'
import { datelineDate, leadingDateline } from './dateline.ts'
import { type HeaderLine, parseHeaderLine } from './header-line.ts'
import { isBodyLike } from './headline-shape.ts'
import { parseLabelledLine } from './labelled-line.ts'
import { isFullName, parseNames } from './person-names.ts'

/** What a block before the first paragraph is by itself; `free` may be masthead, headline, standfirst or heading. */
export type HeadKind =
  { readonly kind: 'line'; readonly line: HeaderLine } | { readonly kind: 'caption' | 'url' | 'rule' | 'free' | 'body' }

// As far as a head can reach, in blocks.
const REACH = 30
const url = /^(?:https?:\/\/|www\.)\S+$/iu

/** Kinds of the first blocks. */
export function readHeadKinds(blocks: readonly Block[]): readonly HeadKind[] {
  const head = blocks.slice(0, REACH)
  const kinds = head.map(kindOf)
  return head.map((block, index) => {
    const kind = kinds[index] ?? { kind: 'body' }
    const besideLine = kinds[index - 1]?.kind === 'line' || kinds[index + 1]?.kind === 'line'
    // A full name alone is a byline only beside a line that states a date, a job or a reading time.
    if (index === 0 || kind.kind !== 'free' || !besideLine || block.shape !== 'text') return kind
    const names = parseNames(blockText(block))
    const isNamed = names?.length === 1 && names.every(isFullName) && blockText(block).length <= 80
    return isNamed ? { kind: 'line', line: { names, date: null, isUpdate: false } } : kind
  })
}

function kindOf(block: Block): HeadKind {
  const text = blockText(block)
  if (block.shape === 'rule') return { kind: 'rule' }
  if (block.shape === 'heading') return { kind: 'free' }
  if (block.shape === 'text') {
    const line = parseHeaderLine(text) ?? labelledByline(text) ?? datelineAlone(text)
    if (line !== null) return { kind: 'line', line }
    if (url.test(text)) return { kind: 'url' }
    if (isCreditLine(text) || parseCaption(text) !== null) return { kind: 'caption' }
  }
  return isBodyLike(block) ? { kind: 'body' } : { kind: 'free' }
}

/** A dateline whose paragraph begins on the next line. */
function datelineAlone(text: string): HeaderLine | null {
  if (text.length > 60 || leadingDateline(`${text} x`) !== `${text} `) return null
  return { names: [], date: datelineDate(text), isUpdate: false }
}

function labelledByline(text: string): HeaderLine | null {
  const labelled = text.length > 120 ? null : parseLabelledLine(text)
  const names = labelled?.fact === 'byline' ? parseNames(labelled.value) : null
  return names === null ? null : { names, date: null, isUpdate: false }
}
