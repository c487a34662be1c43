import { element, type Markup } from '../markup.ts'
import { lengthOfMarkup } from './text-of-markup.ts'

/** So many captions with text make a gallery; so long are they on average, in characters. */
const LEAST = { captions: 3, length: 60 }

/** The text of an article that is told under its pictures: where captions hold more than all the rest, they are paragraphs. */
export function captionsAsText(content: readonly Markup[]): readonly Markup[] {
  const captions = captionsIn(content).map((caption) => lengthOfMarkup([caption]))
  const length = captions.reduce((sum, one) => sum + one, 0)
  const isGallery =
    captions.length >= LEAST.captions &&
    length >= captions.length * LEAST.length &&
    length > lengthOfMarkup(content) - length
  return isGallery ? unfolded(content) : content
}

function captionsIn(nodes: readonly Markup[]): readonly Markup[] {
  return nodes.flatMap((node): readonly Markup[] => {
    if (typeof node === 'string') return []
    return node.name === 'figcaption' ? [node] : captionsIn(node.children)
  })
}

function unfolded(nodes: readonly Markup[]): readonly Markup[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node
    if (node.name === 'figcaption') return element('div', node.children, node.attributes)
    return { ...node, children: unfolded(node.children) }
  })
}
