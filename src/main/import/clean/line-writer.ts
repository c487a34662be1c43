import type { HtmlSink } from './html-sink.ts'
import { collapsed, trimmedRange, withoutControls } from './normal-characters.ts'

/** An inline element that is logically open; identity matters, two equal ones are two elements. */
export interface InlineElement {
  readonly name: string
  /** The whole opening tag. */
  readonly open: string
}

/** What the line writer asks of the blocks around it. */
export interface LinePlace {
  /** Makes sure that text may be written where the sink stands: opens whatever is needed. */
  readonly take: () => void
  readonly isPreformatted: () => boolean
}

/**
 * Writes what stands on a line. Inline elements are opened when text needs them and closed when the next text does not:
 * so none is ever empty, none crosses a block, and white space at their borders always stands outside.
 */
export interface LineWriter {
  readonly push: (element: InlineElement) => void
  readonly pop: () => void
  readonly innermost: () => InlineElement | undefined
  readonly depth: () => number
  readonly text: (text: string) => void
  readonly lineBreak: () => void
  /** The next text starts on a line of its own, if this line has anything. */
  readonly separate: () => void
  /** White space before the next text. */
  readonly space: () => void
  /** A picture (text '') or a formula: no text is split or joined by a picture. */
  readonly object: (html: string, text: string) => void
  /** Ends the line: closes elements, forgets pending breaks. Answers whether it held text. */
  readonly end: () => boolean
}

/** A line writer on the sink. */
export function createLineWriter(sink: HtmlSink, place: LinePlace): LineWriter {
  const wanted: InlineElement[] = []
  let opened: InlineElement[] = []
  let pendingSpace = ''
  let pendingBreaks = 0
  let hasText = false
  let hasContent = false

  const closeTo = (length: number): void => {
    while (opened.length > length) sink.tag(`</${opened.pop()?.name ?? ''}>`)
  }

  const approach = (withText: boolean): void => {
    place.take()
    const target = withoutOuterLinks(wanted)
    let common = 0
    while (common < opened.length && opened[common] === target[common]) common += 1
    closeTo(common)
    if (pendingBreaks > 0) writeBreaks()
    if (withText) writeSpace()
    for (const element of target.slice(common)) sink.tag(element.open)
    opened = target
    hasContent = true
  }

  const writeBreaks = (): void => {
    for (; pendingBreaks > 0; pendingBreaks -= 1) {
      sink.tag('<br>')
      sink.text('\n')
    }
    hasText = false
    pendingSpace = ''
  }

  const writeSpace = (): void => {
    // HTML parsers disagree on a newline right after <pre>: the standard drops it, linkedom keeps it. So there is none.
    const space = hasText ? pendingSpace : place.isPreformatted() ? withoutBlankLines(pendingSpace) : ''
    if (space !== '') sink.text(space)
    pendingSpace = ''
  }

  const addSpace = (space: string): void => {
    if (space === '') return
    if (place.isPreformatted()) pendingSpace += space
    else if (hasText) pendingSpace = ' '
  }

  const text = (raw: string): void => {
    const input = withoutControls(raw)
    const { start, end } = trimmedRange(input)
    addSpace(input.slice(0, start))
    if (start === end) return
    approach(true)
    const core = input.slice(start, end)
    sink.text(place.isPreformatted() ? core : collapsed(core))
    hasText = true
    addSpace(input.slice(end))
  }

  const separate = (): void => {
    if (!hasContent) return
    if (!place.isPreformatted()) {
      pendingBreaks = Math.max(pendingBreaks, 1)
      pendingSpace = ''
    } else if (!pendingSpace.includes('\n')) pendingSpace += '\n'
  }

  return {
    push: (element) => {
      wanted.push(element)
    },
    pop: () => {
      wanted.pop()
    },
    innermost: () => wanted.at(-1),
    depth: () => wanted.length,
    text,
    lineBreak: () => {
      if (place.isPreformatted()) pendingSpace += '\n'
      else if (hasContent) pendingBreaks += 1
    },
    separate,
    space: () => {
      addSpace(' ')
    },
    object: (html, itsText) => {
      approach(itsText !== '')
      sink.fragment(html, itsText)
      if (itsText !== '') hasText = true
    },
    end: () => {
      // White space stays pending: a <pre> that is opened by its first text may begin with some.
      closeTo(0)
      const held = hasText
      pendingBreaks = 0
      hasText = false
      hasContent = false
      return held
    },
  }
}

/* A link inside a link would be taken apart by any parser: the innermost one counts. */
function withoutOuterLinks(elements: readonly InlineElement[]): InlineElement[] {
  const last = elements.findLastIndex((element) => element.name === 'a')
  return elements.filter((element, index) => element.name !== 'a' || index === last)
}

function withoutBlankLines(space: string): string {
  return space.slice(space.lastIndexOf('\n') + 1)
}
