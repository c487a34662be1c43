import type { ArticleLinks, BackLink, LinkedPlace, OutgoingLink } from '../../shared/model/note-link.ts'
import { deepLink } from '../../shared/text/deep-link.ts'
import { displayTitle } from '../../shared/text/display-title.ts'
import { printable } from './output.ts'

/** The links of an article's notes, and the notes that link to it, as lines of plain text; none when there are none. */
export function linkLines({ links, backLinks }: ArticleLinks): readonly string[] {
  return [
    ...(links.length === 0 ? [] : ['', 'links:', ...links.map(linkLine)]),
    ...(backLinks.length === 0 ? [] : ['', 'linked from:', ...backLinks.map(backLinkLine)]),
  ]
}

function linkLine({ to, words, place }: OutgoingLink): string {
  const named = words === '' ? nameOf(place) : words
  return `    ${deepLink(to.article, to.annotation)}  ${printable(named)}${STATES[stateOf(place)]}`
}

function nameOf(place: LinkedPlace): string {
  return place.status === 'gone' ? '' : (place.quote ?? displayTitle(place.article))
}

function stateOf(place: LinkedPlace): keyof typeof STATES {
  return place.status === 'gone' ? place.what : place.status
}

const STATES = {
  here: '',
  trashed: ' (in the Trash)',
  article: ' (not in this archive)',
  annotation: ' (the highlight or note was deleted)',
} as const

function backLinkLine({ from, article, note }: BackLink): string {
  return `    ${deepLink(article.uid, from)}  ${printable(displayTitle(article))}: ${printable(note)}`
}
