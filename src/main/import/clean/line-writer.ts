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

interface LineState {
  readonly sink: HtmlSink
  readonly place: LinePlace
  /** Inline elements that are logically open, and those whose tags are. */
  readonly wanted: InlineElement[]
  opened: readonly InlineElement[]
  pendingSpace: string
  pendingBreaks: number
  /** Whether the line has text, and whether the block has anything before here, pictures too. */
  hasText: boolean
  hasContent: boolean
}

/** A line writer on the sink. */
export function createLineWriter(sink: HtmlSink, place: LinePlace): LineWriter {
  const line: LineState = {
    sink,
    place,
    wanted: [],
    opened: [],
    pendingSpace: '',
    pendingBreaks: 0,
    hasText: false,
    hasContent: false,
  }
  return {
    push: (element) => {
      line.wanted.push(element)
    },
    pop: () => {
      line.wanted.pop()
    },
    innermost: () => line.wanted.at(-1),
    depth: () => line.wanted.length,
    text: (text) => {
      addText(line, text)
    },
    lineBreak: () => {
      if (place.isPreformatted()) line.pendingSpace += '\n'
      else if (line.hasContent) line.pendingBreaks += 1
    },
    separate: () => {
      separate(line)
    },
    space: () => {
      addSpace(line, ' ')
    },
    object: (html, text) => {
      approach(line, text !== '')
      sink.fragment(html, text)
      if (text !== '') line.hasText = true
    },
    end: () => endLine(line),
  }
}

function addText(line: LineState, raw: string): void {
  const input = withoutControls(raw)
  const { start, end } = trimmedRange(input)
  addSpace(line, input.slice(0, start))
  if (start === end) return
  approach(line, true)
  const core = input.slice(start, end)
  line.sink.text(line.place.isPreformatted() ? core : collapsed(core))
  line.hasText = true
  addSpace(line, input.slice(end))
}

function addSpace(line: LineState, space: string): void {
  if (space === '') return
  if (line.place.isPreformatted()) line.pendingSpace += space
  else if (line.hasText) line.pendingSpace = ' '
}

function separate(line: LineState): void {
  if (!line.hasContent) return
  if (!line.place.isPreformatted()) {
    line.pendingBreaks = Math.max(line.pendingBreaks, 1)
    line.pendingSpace = ''
  } else if (!line.pendingSpace.includes('\n')) line.pendingSpace += '\n'
}

/* Goes where the next text or object stands: closes and opens tags, with breaks and white space as far out as possible. */
function approach(line: LineState, withText: boolean): void {
  line.place.take()
  const target = withoutOuterLinks(line.wanted)
  let common = 0
  while (common < line.opened.length && line.opened[common] === target[common]) common += 1
  closeTo(line, common)
  if (line.pendingBreaks > 0) writeBreaks(line)
  if (withText) writeSpace(line)
  for (const element of target.slice(common)) line.sink.tag(element.open)
  line.opened = target
  line.hasContent = true
}

function closeTo(line: LineState, length: number): void {
  for (const { name } of line.opened.slice(length).reverse()) line.sink.tag(`</${name}>`)
  line.opened = line.opened.slice(0, length)
}

function writeBreaks(line: LineState): void {
  for (; line.pendingBreaks > 0; line.pendingBreaks -= 1) {
    line.sink.tag('<br>')
    line.sink.text('\n')
  }
  line.hasText = false
  line.pendingSpace = ''
}

function writeSpace(line: LineState): void {
  // HTML parsers disagree on a newline right after <pre>: the standard drops it, linkedom keeps it. So there is none.
  const first = line.place.isPreformatted() ? withoutBlankLines(line.pendingSpace) : ''
  line.sink.text(line.hasText ? line.pendingSpace : first)
  line.pendingSpace = ''
}

function endLine(line: LineState): boolean {
  // White space stays pending: a <pre> that is opened by its first text may begin with some.
  closeTo(line, 0)
  const held = line.hasText
  line.pendingBreaks = 0
  line.hasText = false
  line.hasContent = false
  return held
}

/* A link inside a link would be taken apart by any parser: the innermost one counts. */
function withoutOuterLinks(elements: readonly InlineElement[]): InlineElement[] {
  const last = elements.findLastIndex((element) => element.name === 'a')
  return elements.filter((element, index) => element.name !== 'a' || index === last)
}

function withoutBlankLines(space: string): string {
  return space.slice(space.lastIndexOf('\n') + 1)
}
