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

interface StackState {
  readonly sink: HtmlSink
  readonly events: BlockEvents
  readonly blocks: OpenBlock[]
}

/** A stack that holds the `<article>`, already written. */
export function createBlockStack(sink: HtmlSink, events: BlockEvents): BlockStack {
  sink.tag('<article>')
  const blocks: OpenBlock[] = [article()]
  const stack: StackState = { sink, events, blocks }
  return {
    open: (block) => {
      makeRoomFor(stack, block)
      const opened = push(stack, block, false)
      // Empty cells keep the columns of a table in their places.
      if (block.place === 'cells') write(stack)
      return opened
    },
    close: (block) => {
      if (!blocks.includes(block)) return false
      while (topOf(stack) !== block) pop(stack)
      pop(stack)
      return true
    },
    takeText: () => {
      takeText(stack)
    },
    takeRule: () => {
      makeRoomFor(stack, paragraph)
      write(stack)
      if (events.line().end()) sink.text('\n')
    },
    top: () => topOf(stack),
    depth: () => blocks.length,
    has: (names) => blocks.some((block) => names.has(block.name)),
    isTopLevel: () => blocks.every((block, index) => index === 0 || block.implicit || isText(block.content)),
  }
}

function topOf({ blocks }: StackState): OpenBlock {
  const last = blocks.at(-1)
  if (last === undefined) throw new Error('the article is closed')
  return last
}

function push({ blocks }: StackState, { name, tag, content }: NewBlock, implicit: boolean): OpenBlock {
  const block: OpenBlock = { name, tag, content, implicit, written: false, start: -1 }
  blocks.push(block)
  return block
}

function pop({ blocks, sink, events }: StackState): void {
  const block = blocks.pop()
  if (block?.written !== true) return
  events.line().end()
  events.closed(block, sink.textLength())
  sink.tag(`</${block.name}>`)
  if (blocks.length > 0) sink.text('\n')
}

function write(stack: StackState): void {
  const { blocks, sink, events } = stack
  if (topOf(stack).written) return
  // Text that stands directly in a list item or cell ends its line before a block begins.
  if (events.line().end()) sink.text('\n')
  for (const block of blocks) {
    if (block.written) continue
    sink.tag(block.tag)
    block.start = sink.textLength()
    block.written = true
  }
}

/* Closes texts and made-up blocks until one has room, or a block that stays open whatever comes. */
function leaveUntil(stack: StackState, hasRoom: (block: OpenBlock) => boolean): void {
  for (let current = topOf(stack); !hasRoom(current); current = topOf(stack)) {
    if (!isText(current.content) && !current.implicit) return
    pop(stack)
  }
}

function makeRoomFor(stack: StackState, block: NewBlock): void {
  leaveUntil(stack, (current) => accepts(current, block) || (current.implicit && leadsTo(current, block)))
  for (let current = topOf(stack); !accepts(current, block); current = topOf(stack)) {
    push(stack, bridgeTo(current, block), true)
  }
  if (topOf(stack).content === 'lines') stack.events.line().separate()
}

function takeText(stack: StackState): void {
  leaveUntil(stack, ({ content }) => isText(content) || content === 'lines' || content === 'flow')
  for (let { content } = topOf(stack); !isText(content) && content !== 'lines'; { content } = topOf(stack)) {
    push(stack, bridges[content] ?? paragraph, true)
  }
  write(stack)
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
