import type { Markup, MarkupElement } from '../markup.ts'
import { textOfMarkup } from './text-of-markup.ts'

/** Headings and labels over lists of other articles, forms and advertisements, in the languages read most. */
const LABEL =
  /^(?:mehr (?:zum thema|zu|über|infos|aus|von)\b.{0,40}|weitere (?:informationen|infos|artikel|themen|beiträge|links|nachrichten|meldungen)\b.{0,30}|weiterführende (?:links?|informationen|artikel)|weiterlesen|zum weiterlesen|lesen sie (?:auch|mehr|hier).{0,80}|das könnte (?:sie|dich|euch) auch interessieren.?|auch interessant|empfohlene (?:beiträge|artikel)|(?:neueste|aktuelle|ähnliche|verwandte|andere) (?:artikel|beiträge|nachrichten|themen|meldungen)|noch mehr (?:infos|artikel|zum thema)\b.{0,30}|artikel teilen|teilen|diesen (?:artikel|beitrag) teilen.?|(?:-\s*)?(?:anzeige|werbung|advertisement|reklama|publicité|publicidad|anúncio|pubblicità|реклама|sponsored|ad)(?:\s*-)?:?|related(?: (?:coverage|stories|articles|posts|content|links|topics|news))?:?|(?:you (?:may|might) also (?:like|enjoy)|recommended(?: for you| reading)?|more (?:on this|from|stories|news|like this|in)\b.{0,40}|read (?:more|next|also)|most (?:read|popular)|trending(?: now)?|latest (?:news|posts|articles)|keep reading|share this.{0,20}|sign up.{0,60}|follow us.{0,40}|comments?|leave a (?:comment|reply)|[\d,]+ comments?|about the author)|(?:à )?lire aussi.{0,80}|à voir aussi.{0,60}|sur le même (?:sujet|thème)|voir aussi.{0,60}|(?:lea?|leer|ver|vea|mire|lee|puedes ver|te puede interesar|también puede leer|noticias relacionadas|leia|leia também|veja)(?: (?:también|además|também|mais))?:.{0,120}|(?:te puede interesar|notas relacionadas|noticias relacionadas|leia também|leia mais|veja também)|(?:czytaj|zobacz) (?:też|także|również|więcej).{0,80}|dowiedz się więcej.{0,90}|(?:читайте|смотрите) (?:также|ещё|еще).{0,100}|читайте також.{0,100}|по теме|материалы по теме|комментарии.{0,10}|kommentare(?: \(\d+\))?|keine kommentare|kommentar schreiben|kommentare sind geschlossen.?|leggi anche.{0,80}|lees ook.{0,80}|関連記事|関連リンク|おすすめ記事|相关阅读|相关新闻|延伸阅读)$/iu

/** Requests to subscribe, follow or install; short, and mostly a link or set off in bold or italics. */
const REQUEST =
  /\b(?:subscri(?:be|bers?|ption)|newsletters?|sign up|follow (?:us|the|him|her|me)\b|download (?:the|our)\b.{0,60}\bapp|\bapps? for ios|join our|telegram|whatsapp|abonnieren|abonniere|newsletter|inscrivez-vous|abonnez-vous|suscr[ií]b\w+|síguenos|folge uns|folgen sie uns|like us on|support our journalism|already a subscriber|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|materiał chroniony prawem)/iu

/** Longest request, in UTF-16 units. */
const LONGEST_REQUEST = 260

const BLOCKS = new Set('p div h1 h2 h3 h4 h5 h6 section blockquote ul ol li center header figure small'.split(' '))

/** What was left out, and why: for `--explain`. */
export interface Leftover {
  readonly reason: 'label' | 'request' | 'teaser'
  readonly text: string
}

/** The blocks without what extraction left over: labels of link lists with their lists, requests, lone teasers. */
export function dropLeftovers(blocks: readonly Markup[], dropped: Leftover[]): readonly Markup[] {
  const page = { teasers: countTeasers(blocks), paragraphs: countParagraphs(blocks) }
  // Where links stand in paragraphs of their own all over, they are the content.
  const teasersToo = page.teasers > 0 && page.teasers <= page.paragraphs * 0.34
  return filterBlocks(blocks, teasersToo, dropped)
}

function filterBlocks(blocks: readonly Markup[], teasersToo: boolean, dropped: Leftover[]): readonly Markup[] {
  const kept: Markup[] = []
  let afterLabel = false
  for (const block of blocks) {
    if (typeof block === 'string' || !BLOCKS.has(block.name)) {
      kept.push(block)
      if (typeof block !== 'string' || block.trim() !== '') afterLabel = false
      continue
    }
    const text = textOfMarkup([block])
    const reason = reasonToDrop(block, text, teasersToo, afterLabel)
    if (reason !== null) {
      dropped.push({ reason, text: text.slice(0, 120) })
      afterLabel = reason === 'label' || afterLabel
      continue
    }
    if (text !== '') afterLabel = false
    kept.push(
      block.children.length === 0 ? block : { ...block, children: filterBlocks(block.children, teasersToo, dropped) },
    )
  }
  return kept
}

function reasonToDrop(
  block: MarkupElement,
  text: string,
  teasersToo: boolean,
  afterLabel: boolean,
): Leftover['reason'] | null {
  if (text === '' || hasPicture(block)) return null
  if (text.length <= 160 && LABEL.test(text)) return 'label'
  const linked = linkedLength(block)
  if (afterLabel && linked > text.length * 0.6) return 'teaser'
  if (text.length <= LONGEST_REQUEST && REQUEST.test(text) && (linked > text.length * 0.15 || isSetOff(block)))
    return 'request'
  if (teasersToo && isTeaser(block, text, linked)) return 'teaser'
  return null
}

/** A paragraph that is nothing but one link of several words: the headline of another article. */
function isTeaser(block: MarkupElement, text: string, linked: number): boolean {
  return (
    block.name === 'p' &&
    text.length >= 25 &&
    text.length <= 200 &&
    linked >= text.length * 0.95 &&
    !/^https?:/.test(text)
  )
}

function countTeasers(blocks: readonly Markup[]): number {
  return count(blocks, (block) => {
    const text = block.name === 'p' ? textOfMarkup([block]) : ''
    return text !== '' && isTeaser(block, text, linkedLength(block))
  })
}

function countParagraphs(blocks: readonly Markup[]): number {
  return count(blocks, (block) => block.name === 'p' && textOfMarkup([block]).length > 60)
}

function count(blocks: readonly Markup[], test: (block: MarkupElement) => boolean): number {
  let found = 0
  for (const block of blocks) {
    if (typeof block === 'string') continue
    found += (test(block) ? 1 : 0) + count(block.children, test)
  }
  return found
}

function linkedLength(block: MarkupElement): number {
  if (block.name === 'a') return textOfMarkup([block]).length
  return block.children.reduce((sum, child) => sum + (typeof child === 'string' ? 0 : linkedLength(child)), 0)
}

/** Whether all of a block's text stands in bold or italics. */
function isSetOff(block: MarkupElement): boolean {
  const children = block.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  return (
    children.length > 0 &&
    children.every(
      (child) =>
        typeof child !== 'string' && ['strong', 'em', 'b', 'i', 'small', 'a', 'br', 'span'].includes(child.name),
    )
  )
}

function hasPicture(block: MarkupElement): boolean {
  return block.children.some((child) => typeof child !== 'string' && (child.name === 'img' || hasPicture(child)))
}
