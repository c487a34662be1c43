import type { ReaderHtml } from '../../../shared/model/identity.ts'
import type { TextPart } from '../../../shared/model/rendition.ts'
import type { MarkupElement } from '../markup.ts'
import { droppedElements, paragraphBreakers, renamedElements, writtenElements, type ElementRule } from './allow-list.ts'
import { createBlockStack, type OpenBlock } from './block-stack.ts'
import { createHtmlSink } from './html-sink.ts'
import { createLineWriter, type LineWriter } from './line-writer.ts'
import { linkTarget, writeAttributes, type AttributeContext } from './write-attributes.ts'
import { writeMath } from './write-math.ts'
import type { WrittenArticle } from './write-reader-html.ts'

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

/** A writer with an empty article. */
export function createArticleWriter(context: AttributeContext): ArticleWriter {
  const sink = createHtmlSink()
  const parts: TextPart[] = []
  const blocks = createBlockStack(sink, {
    line: (): LineWriter => line,
    closed: ({ name, start }, end) => {
      if (name === 'header' || name === 'aside' || name === 'footer') parts.push({ kind: name, start, end })
    },
  })
  const line = createLineWriter(sink, {
    take: blocks.takeText,
    isPreformatted: () => blocks.top().content === 'preformatted',
  })
  const root = blocks.top()
  const attributesOf = (element: MarkupElement, rule: ElementRule): string =>
    writeAttributes(element.attributes, rule.attributes, context)

  /* Where a block begins or ends that is not written itself. */
  const separate = (): void => {
    const { content } = blocks.top()
    if (content === 'paragraph') blocks.close(blocks.top())
    else if (content === 'heading') line.space()
    else if (content === 'lines' || content === 'preformatted') line.separate()
  }

  const enterBreaker = (): Entered => {
    separate()
    return separate
  }

  const mayStand = (element: MarkupElement, rule: BlockRule, attributes: string): boolean => {
    const { content } = blocks.top()
    if (content === 'preformatted') return false
    if (
      content === 'heading' &&
      (rule.content === 'paragraph' || rule.content === 'heading' || rule.content === 'flow')
    )
      return false
    switch (element.name) {
      case 'header':
        return blocks.isTopLevel() && sink.textLength() === 0
      case 'footer':
        return blocks.isTopLevel()
      case 'aside':
        return !blocks.has(partNames)
      case 'figcaption':
        return blocks.top().name === 'figure'
      case 'caption':
        return blocks.top().content === 'table' && !blocks.top().written
      case 'div':
        return attributes !== ''
      default:
        return true
    }
  }

  const isTooDeep = ({ content, place }: BlockRule): boolean => {
    if (blocks.depth() < deepestBlock || content === 'paragraph' || content === 'heading') return false
    return place === 'flow' || place === 'figure' || blocks.top().content !== place
  }

  const enterBlock = (element: MarkupElement, rule: BlockRule): Entered => {
    const attributes = attributesOf(element, rule)
    if (!mayStand(element, rule, attributes) || isTooDeep(rule)) return enterBreaker()
    const opened: OpenBlock = blocks.open({ ...rule, name: element.name, tag: `<${element.name}${attributes}>` })
    return () => {
      if (!blocks.close(opened)) separate()
    }
  }

  const enterInline = (element: MarkupElement, rule: ElementRule): Entered => {
    // An anchor that only marks a place is no link: links may not stand in links, marks may.
    const isAnchor = element.name === 'a' && linkTarget(element.attributes['href'] ?? '', context.baseUrl) === null
    const name = isAnchor ? 'span' : element.name
    const attributes = isAnchor ? writeAttributes(element.attributes, [], context) : attributesOf(element, rule)
    const isBare = attributes === '' && (name === 'span' || name === 'bdo')
    const isStrayRuby = (name === 'rt' || name === 'rp') && line.innermost()?.name !== 'ruby'
    if (isBare || isStrayRuby || line.depth() >= deepestInline) return null
    line.push({ name, open: `<${name}${attributes}>` })
    return line.pop
  }

  const enterRule = (): Entered => {
    if (blocks.top().content === 'preformatted') separate()
    else {
      blocks.takeRule()
      sink.tag('<hr>')
      sink.text('\n')
    }
    return 'skip'
  }

  const enterPicture = (element: MarkupElement, rule: ElementRule): Entered => {
    const attributes = attributesOf(element, rule)
    // Without its bytes a picture is left out, its alternative text too: what is read must not depend on what was fetched.
    if (attributes.includes(' src="')) line.object(`<img${attributes}>`, '')
    return 'skip'
  }

  const enter = (element: MarkupElement): Entered => {
    const renamed = renamedElements.get(element.name)
    const named = renamed === undefined ? element : { ...element, name: renamed }
    const rule = writtenElements.get(named.name)
    if (rule === undefined) {
      if (droppedElements.has(named.name)) return 'skip'
      return paragraphBreakers.has(named.name) ? enterBreaker() : null
    }
    switch (rule.role) {
      case 'block':
        return enterBlock(named, rule)
      case 'inline':
        return enterInline(named, rule)
      case 'rule':
        return enterRule()
      case 'picture':
        return enterPicture(named, rule)
      case 'break':
        line.lineBreak()
        return 'skip'
      case 'math': {
        const { html, text } = writeMath(named)
        line.object(html, text)
        return 'skip'
      }
    }
  }

  return {
    text: line.text,
    enter,
    finish: () => {
      blocks.close(root)
      const { html, text } = sink.finish()
      // Brand: this is the one place where reader HTML is made.
      return { html: html as ReaderHtml, text, parts: parts.sort((a, b) => a.start - b.start) }
    },
  }
}
