import type { ReaderHtml } from '../../../shared/model/identity.ts'
import type { TextPart } from '../../../shared/model/rendition.ts'
import type { MarkupElement } from '../markup.ts'
import { droppedElements, paragraphBreakers, renamedElements, writtenElements, type ElementRule } from './allow-list.ts'
import { createBlockStack, type BlockStack } from './block-stack.ts'
import { createHtmlSink, type HtmlSink } from './html-sink.ts'
import { createLineWriter, type LineWriter } from './line-writer.ts'
import { linkTarget, writeAttributes, type AttributeContext } from './write-attributes.ts'
import { writeMath } from './write-math.ts'
import type { WrittenArticle } from './written-article.ts'

/** What to do after an element's children; null = nothing; `skip` = the children are not to be visited. */
export type Entered = (() => void) | null | 'skip'

/** Takes a tree in document order, element by element. */
export interface ArticleWriter {
  readonly text: (text: string) => void
  readonly enter: (element: MarkupElement) => Entered
  readonly finish: () => WrittenArticle
}

type BlockRule = Extract<ElementRule, { readonly role: 'block' }>

/* Blocks that hold blocks are not opened beyond this; with their parts inside they stay below 200 levels. */
const deepestBlock = 190
const deepestInline = 50
const partNames: ReadonlySet<string> = new Set(['header', 'aside', 'footer'])

interface ArticleState {
  readonly context: AttributeContext
  readonly sink: HtmlSink
  readonly blocks: BlockStack
  readonly line: LineWriter
}

/** A writer with an empty article. */
export function createArticleWriter(context: AttributeContext): ArticleWriter {
  const sink = createHtmlSink()
  const parts: TextPart[] = []
  const blocks = createBlockStack(sink, {
    line: (): LineWriter => line,
    closed: ({ name, start }, end) => {
      if (name === 'header' || name === 'aside' || name === 'footer') parts.push({ kind: name, start, end })
      // Inside another part a caption is that part's.
      if (name === 'figcaption' && !blocks.has(partNames)) parts.push({ kind: 'caption', start, end })
    },
  })
  const line = createLineWriter(sink, {
    take: blocks.takeText,
    isPreformatted: () => blocks.top().content === 'preformatted',
  })
  const root = blocks.top()
  const article: ArticleState = { context, sink, blocks, line }
  return {
    text: line.text,
    enter: (element) => enter(article, element),
    finish: () => {
      blocks.close(root)
      const { html, text } = sink.finish()
      // Brand: this is the one place where reader HTML is made.
      return { html: html as ReaderHtml, text, parts: parts.sort((a, b) => a.start - b.start) }
    },
  }
}

function enter(article: ArticleState, element: MarkupElement): Entered {
  const renamed = renamedElements.get(element.name)
  const named = renamed === undefined ? element : { ...element, name: renamed }
  const rule = writtenElements.get(named.name)
  if (rule === undefined) {
    if (droppedElements.has(named.name)) return 'skip'
    return paragraphBreakers.has(named.name) ? enterBreaker(article) : null
  }
  switch (rule.role) {
    case 'block':
      return enterBlock(article, named, rule)
    case 'inline':
      return enterInline(article, named, rule)
    case 'rule':
      return enterRule(article)
    case 'picture':
      return enterPicture(article, named, rule)
    case 'break':
      article.line.lineBreak()
      return 'skip'
    case 'math': {
      const { html, text } = writeMath(named)
      article.line.object(html, text)
      return 'skip'
    }
  }
}

/* Where a block begins or ends that is not written itself. */
function separate({ blocks, line }: ArticleState): void {
  const { content } = blocks.top()
  if (content === 'paragraph') blocks.close(blocks.top())
  else if (content === 'heading') line.space()
  else if (content === 'lines' || content === 'preformatted') line.separate()
}

function enterBreaker(article: ArticleState): Entered {
  separate(article)
  return () => {
    separate(article)
  }
}

function enterBlock(article: ArticleState, element: MarkupElement, rule: BlockRule): Entered {
  const attributes = writeAttributes(element.attributes, rule.attributes, article.context)
  if (!mayStand(article, element.name, rule, attributes) || isTooDeep(article, rule)) return enterBreaker(article)
  const opened = article.blocks.open({ ...rule, name: element.name, tag: `<${element.name}${attributes}>` })
  return () => {
    if (!article.blocks.close(opened)) separate(article)
  }
}

function mayStand({ blocks, sink }: ArticleState, name: string, rule: BlockRule, attributes: string): boolean {
  const { content, written } = blocks.top()
  if (content === 'preformatted') return false
  if (content === 'heading' && ['paragraph', 'heading', 'flow'].includes(rule.content)) return false
  switch (name) {
    case 'header':
      return blocks.isTopLevel() && !sink.hasText()
    case 'footer':
      return blocks.isTopLevel()
    case 'aside':
      return !blocks.has(partNames)
    case 'figcaption':
      return blocks.top().name === 'figure'
    case 'caption':
      return content === 'table' && !written
    case 'div':
      return attributes !== ''
    default:
      return true
  }
}

function isTooDeep({ blocks }: ArticleState, { content, place }: BlockRule): boolean {
  if (blocks.depth() < deepestBlock || content === 'paragraph' || content === 'heading') return false
  return place === 'flow' || place === 'figure' || blocks.top().content !== place
}

function enterInline({ context, line }: ArticleState, element: MarkupElement, rule: ElementRule): Entered {
  // An anchor that only marks a place is no link: links may not stand in links, marks may.
  const isMark = element.name === 'a' && linkTarget(element.attributes.href ?? '', context.baseUrl) === null
  const name = isMark ? 'span' : element.name
  const attributes = writeAttributes(element.attributes, isMark ? [] : rule.attributes, context)
  const isBare = attributes === '' && (name === 'span' || name === 'bdo')
  const isStrayRuby = (name === 'rt' || name === 'rp') && line.innermost()?.name !== 'ruby'
  if (isBare || isStrayRuby || line.depth() >= deepestInline) return null
  line.push({ name, open: `<${name}${attributes}>` })
  return line.pop
}

function enterRule(article: ArticleState): Entered {
  if (article.blocks.top().content === 'preformatted') separate(article)
  else {
    article.blocks.takeRule()
    article.sink.tag('<hr>')
    article.sink.text('\n')
  }
  return 'skip'
}

function enterPicture({ context, line }: ArticleState, element: MarkupElement, rule: ElementRule): Entered {
  const attributes = writeAttributes(element.attributes, rule.attributes, context)
  // Without its bytes a picture is left out, its alternative text too: what is read must not depend on what was fetched.
  if (attributes.includes(' src="')) line.object(`<img${attributes}>`, '')
  return 'skip'
}
