import type { BlockContent, BlockPlace } from './allow-list.ts'
import type { HtmlSink } from './html-sink.ts'
import type { LineWriter } from './line-writer.ts'

/** A block that is logically open. It is written when its first content comes, so that none is empty but table cells. */
export interface OpenBlock {
  readonly name: string
  readonly tag: string
  readonly content: BlockContent
  /** Made by the writer to hold what its parent may not hold directly. */
  readonly implicit: boolean
  written: boolean
  /** Where its text starts; -1 until written. */
  start: number
}

/** A block that asks for its place. */
export interface NewBlock {
  readonly name: string
  readonly tag: string
  readonly content: BlockContent
  readonly place: BlockPlace
}

/**
 * The open blocks, from `<article>` inwards, nested so that every HTML parser rebuilds the same tree: text never stands
 * where a table or list would throw it out, no paragraph holds a block, no heading a heading.
 */
export interface BlockStack {
  readonly open: (block: NewBlock) => OpenBlock
  /** Closes a block and what is open inside it; answers false when other content closed it before. */
  readonly close: (block: OpenBlock) => boolean
  /** Makes a place for text. */
  readonly takeText: () => void
  /** Closes paragraph or heading and finds a place for a block; what it finds is written. */
  readonly takeRule: () => void
  readonly top: () => OpenBlock
  readonly depth: () => number
  readonly has: (names: ReadonlySet<string>) => boolean
  /** Whether only paragraphs and made-up blocks stand between here and `<article>`. */
  readonly isTopLevel: () => boolean
}

/** What the stack reports back. */
export interface BlockEvents {
  readonly line: () => LineWriter
  readonly closed: (block: OpenBlock, end: number) => void
}

const article = (): OpenBlock => ({
  name: 'article',
  tag: '<article>',
  content: 'flow',
  implicit: false,
  written: true,
  start: 0,
})
const paragraph: NewBlock = { name: 'p', tag: '<p>', content: 'paragraph', place: 'flow' }
const item: NewBlock = { name: 'li', tag: '<li>', content: 'lines', place: 'list' }
const details: NewBlock = { name: 'dd', tag: '<dd>', content: 'lines', place: 'definitions' }
const rows: NewBlock = { name: 'tbody', tag: '<tbody>', content: 'rows', place: 'table' }
const row: NewBlock = { name: 'tr', tag: '<tr>', content: 'cells', place: 'rows' }
const cell: NewBlock = { name: 'td', tag: '<td>', content: 'lines', place: 'cells' }
const list: NewBlock = { name: 'ul', tag: '<ul>', content: 'list', place: 'flow' }
const definitions: NewBlock = { name: 'dl', tag: '<dl>', content: 'definitions', place: 'flow' }
const table: NewBlock = { name: 'table', tag: '<table>', content: 'table', place: 'flow' }

/** What a block must hold in between so that text or any block may stand in it; null: nothing, it may already. */
const bridges: Readonly<Record<BlockContent, NewBlock | null>> = {
  flow: null,
  lines: null,
  paragraph: null,
  heading: null,
  preformatted: null,
  list: item,
  definitions: details,
  table: rows,
  rows: row,
  cells: cell,
}

/** The structure that a part without one is given. */
const structures: Readonly<Record<BlockPlace, NewBlock | null>> = {
  flow: null,
  figure: null,
  list,
  definitions,
  table,
  rows: table,
  cells: table,
}

/** A stack that holds the `<article>`, already written. */
export function createBlockStack(sink: HtmlSink, events: BlockEvents): BlockStack {
  sink.tag('<article>')
  const stack: OpenBlock[] = [article()]

  const top = (): OpenBlock => {
    const last = stack.at(-1)
    if (last === undefined) throw new Error('the article is closed')
    return last
  }

  const push = ({ name, tag, content }: NewBlock, implicit: boolean): OpenBlock => {
    const block: OpenBlock = { name, tag, content, implicit, written: false, start: -1 }
    stack.push(block)
    return block
  }

  const pop = (): void => {
    const block = top()
    stack.pop()
    if (!block.written) return
    events.line().end()
    events.closed(block, sink.textLength())
    sink.tag(`</${block.name}>`)
    if (stack.length > 0) sink.text('\n')
  }

  const write = (): void => {
    if (top().written) return
    // Text that stands directly in a list item or cell ends its line before a block begins.
    if (events.line().end()) sink.text('\n')
    for (const block of stack) {
      if (block.written) continue
      sink.tag(block.tag)
      block.start = sink.textLength()
      block.written = true
    }
  }

  const leave = (isRoom: (block: OpenBlock) => boolean): void => {
    for (let current = top(); !isRoom(current); current = top()) {
      if (!isText(current.content) && !current.implicit) return
      pop()
    }
  }

  const makeRoomFor = (block: NewBlock): void => {
    leave((current) => accepts(current, block) || (current.implicit && leadsTo(current, block)))
    for (let current = top(); !accepts(current, block); current = top()) push(bridgeTo(current, block), true)
    if (top().content === 'lines') events.line().separate()
  }

  const takeText = (): void => {
    leave(({ content }) => isText(content) || content === 'lines' || content === 'flow')
    for (let current = top(); !isText(current.content) && current.content !== 'lines'; current = top()) {
      push(bridges[current.content] ?? paragraph, true)
    }
    write()
  }

  return {
    open: (block) => {
      makeRoomFor(block)
      const opened = push(block, false)
      // Empty cells keep the columns of a table in their places.
      if (block.place === 'cells') write()
      return opened
    },
    close: (block) => {
      if (!stack.includes(block)) return false
      while (top() !== block) pop()
      pop()
      return true
    },
    takeText,
    takeRule: () => {
      makeRoomFor(paragraph)
      write()
      if (events.line().end()) sink.text('\n')
    },
    top,
    depth: () => stack.length,
    has: (names) => stack.some((block) => names.has(block.name)),
    isTopLevel: () => stack.every((block, index) => index === 0 || block.implicit || isText(block.content)),
  }
}

function isText(content: BlockContent): boolean {
  return content === 'paragraph' || content === 'heading' || content === 'preformatted'
}

function accepts(parent: OpenBlock, block: NewBlock): boolean {
  if (parent.content === 'flow' || parent.content === 'lines')
    return block.place === 'flow' || (block.place === 'figure' && parent.name === 'figure')
  return parent.content === block.place
}

/* A made-up structure stays open for parts of its own kind only: an orphaned row joins the table of the one before. */
function leadsTo(parent: OpenBlock, block: NewBlock): boolean {
  if (parent.content === 'table') return block.place === 'rows' || block.place === 'cells'
  return parent.content === 'rows' && block.place === 'cells'
}

function bridgeTo(parent: OpenBlock, block: NewBlock): NewBlock {
  const bridge = bridges[parent.content] ?? structures[block.place]
  if (bridge === null) throw new Error(`no way from ${parent.name} to ${block.name}`)
  return bridge
}
