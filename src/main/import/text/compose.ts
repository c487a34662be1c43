import type { Aside, Caption } from '../../../shared/model/rendition.ts'
import { element, type Markup } from '../markup.ts'
import { blockText } from './block.ts'
import { blockMarkup, headMarkup, openingMarkup, paragraph } from './block-markup.ts'
import { captionFact, captionOf, figureMarkup } from './figure-markup.ts'
import { isReadOnLabel } from './end-lines.ts'
import type { Masthead } from './masthead.ts'
import type { Part, Role } from './part.ts'

/** What a list of parts becomes. */
export interface Composition {
  readonly content: readonly Markup[]
  readonly captions: readonly Caption[]
  readonly asides: readonly Aside[]
}

/** An aside or footer that neighbours may still join. */
interface OpenRoom {
  readonly key: string
  readonly children: Markup[]
}

const noRoom: OpenRoom = { key: '', children: [] }

type Room = 'body' | 'aside' | 'footer'

/** Writes the parts as markup in the order of the source: the head, then each run of body, aside or footer. */
export function compose(parts: readonly Part[], headCount: number, masthead: Masthead | null): Composition {
  const head = parts.slice(0, headCount).flatMap((part) => headPart(part, masthead))
  const content: Markup[] = head.length === 0 ? [] : [element('header', head)]
  const firstBody = parts.findIndex(({ role }, at) => at >= headCount && role === 'body')
  let open: OpenRoom = noRoom
  for (const [at, part] of parts.entries()) {
    if (at < headCount) continue
    const room = roomOf(part.role)
    const key = keyOf(part.role, open.key)
    const markup = at === firstBody ? openingMarkup(part.block) : bodyPart(part)
    if (room === 'body') {
      open = noRoom
      content.push(markup)
    } else if (open.key === key) {
      open.children.push(markup)
    } else {
      open = { key, children: [markup] }
      content.push(element(room, open.children))
    }
  }
  return { content, captions: parts.flatMap(captionsOf), asides: asidesOf(parts.slice(headCount)) }
}

function roomOf(role: Role): Room {
  if (role === 'contributors' || role === 'copyright') return 'footer'
  return role === 'related' || role === 'utility' || role === 'promotion' || role.startsWith('box') ? 'aside' : 'body'
}

/** Neighbours with one key share an element; requests to subscribe below a box belong to it. */
function keyOf(role: Role, openKey: string): string {
  const room = roomOf(role)
  if (room !== 'aside') return room
  if (role.startsWith('box')) return 'box'
  return role === 'promotion' && openKey === 'box' ? 'box' : role
}

function headPart({ block, role }: Part, masthead: Masthead | null): readonly Markup[] {
  if (role === 'masthead' && masthead !== null && masthead.motto !== '') {
    const { publication, between, motto } = masthead
    if (between === '') return [paragraph([publication], 'masthead'), paragraph([motto], 'motto')]
    return [element('p', [publication, between, element('span', [motto], { class: 'motto' })], { class: 'masthead' })]
  }
  return role === 'caption' ? [bodyPart({ block, role })] : [headMarkup(block, role)]
}

function bodyPart({ block, role }: Part): Markup {
  const caption = role === 'caption' ? captionOf(block) : null
  if (caption !== null) return figureMarkup(caption)
  if (block.shape === 'text' && (role === 'heading' || role === 'box-title')) return element('h2', [blockText(block)])
  return blockMarkup(block)
}

function captionsOf({ block, role }: Part): readonly Caption[] {
  const caption = role === 'caption' ? captionOf(block) : null
  return caption === null ? [] : [captionFact(caption)]
}

function asidesOf(parts: readonly Part[]): readonly Aside[] {
  const asides: { title: string; text: string }[] = []
  let inBox = false
  let inList = false
  for (const { block, role } of parts) {
    const text = blockText(block)
    const box: { text: string } | undefined =
      (inBox && (role === 'box' || role === 'promotion')) || (inList && role === 'related') ? asides.at(-1) : undefined
    inBox = role === 'box-title' || (inBox && box !== undefined)
    inList = role === 'related' && (isReadOnLabel(text) || box !== undefined)
    if (box !== undefined) box.text = box.text === '' ? text : `${box.text}\n${text}`
    else if (role === 'related' || role === 'promotion' || role === 'box-title') asides.push({ title: text, text: '' })
  }
  return asides
}
