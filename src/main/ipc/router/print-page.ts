import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Article } from '../../../shared/model/article.ts'
import { deepLink } from '../../../shared/text/deep-link.ts'
import { displayTitle } from '../../../shared/text/display-title.ts'
import { splitAtLinks } from '../../../shared/text/note-links.ts'
import { escapeHtml } from './escape-html.ts'
import { markHtml, type HtmlMark } from './mark-html.ts'
import { pictureAddresses } from './picture-addresses.ts'

/** Where the style sheet of printed articles lies among the window's files. */
export const PRINT_STYLES = '/assets/reader-print.css'

const WORDS = { notes: 'Notes', notFound: 'On a passage that is not in this text', open: 'Open in Offprint' } as const

interface Placed {
  readonly annotation: Annotation
  readonly start: number
  readonly end: number
}

/**
 * An article as a document to print: its text with the highlights, then its notes as numbered end notes, as text, then
 * where it is from. Notes whose passage is not in this text come last, with the passage. `contentPath` begins blobs.
 */
export function printPage(article: Article, version: number | null, contentPath: string): string {
  const placed = placedIn(article, version)
  const lost = article.annotations.filter(
    (one) => one.quote !== null && hasNote(one) && !placed.some(({ annotation }) => annotation === one),
  )
  const noted = [...placed.map(({ annotation }) => annotation).filter(hasNote), ...lost]
  const marks = placed.map(({ annotation, start, end }): HtmlMark => {
    const index = noted.indexOf(annotation)
    return { start, end, color: annotation.color ?? 'yellow', note: index < 0 ? null : index + 1 }
  })
  const lang = article.language === null ? '' : ` lang="${escapeHtml(article.language)}"`
  const title = escapeHtml(displayTitle(article))
  // A headline that stands in the text is the article's own.
  const head = article.html.includes('<h1') ? '' : `<h1 class="print-title">${title}</h1>`
  return (
    `<!doctype html><html${lang} dir="${article.direction}"><head><meta charset="utf-8"><title>${title}</title>` +
    `<link rel="stylesheet" href="${PRINT_STYLES}"></head><body>${head}` +
    pictureAddresses(markHtml(article.html, marks), contentPath) +
    writeNotes(article, noted, new Set(lost)) +
    `${writeSource(article)}${writeLink(article)}</body></html>`
  )
}

/** Highlights of the text that is printed, in its order. */
function placedIn({ annotations, versions }: Article, version: number | null): readonly Placed[] {
  const shown = versions.find(({ number, current }) => (version === null ? current : number === version))
  const rendition = shown?.renditions.find(({ current }) => current)?.number
  return annotations
    .flatMap((annotation) => {
      const anchor = annotation.anchors.find((one) => one.version === shown?.number && one.rendition === rendition)
      const { status, start = null, end = null } = anchor ?? {}
      return status === 'placed' && start !== null && end !== null ? [{ annotation, start, end }] : []
    })
    .sort((one, other) => one.start - other.start || other.end - one.end)
}

function hasNote({ note }: Annotation): boolean {
  return note !== null && note.trim() !== ''
}

function isOnWhole(annotation: Annotation): boolean {
  return annotation.quote === null && hasNote(annotation)
}

function writeNotes(article: Article, noted: readonly Annotation[], lost: ReadonlySet<Annotation>): string {
  const whole = article.annotations.filter(isOnWhole)
  if (whole.length + noted.length === 0) return ''
  const written = whole.map((one) => writeNote(article, one))
  const items = noted.map((one, index) => {
    const passage = lost.has(one)
      ? `<div lang="en" dir="ltr">${WORDS.notFound}:</div><q dir="auto">${escapeHtml(one.quote?.exact ?? '')}</q>`
      : ''
    return `<li id="print-note-${String(index + 1)}">${passage}${writeNote(article, one)}</li>`
  })
  const list = items.length === 0 ? '' : `<ol>${items.join('')}</ol>`
  return `<section class="print-notes"><h2 lang="en" dir="ltr">${WORDS.notes}</h2>${written.join('')}${list}</section>`
}

/** A note as text, with its links to articles and highlights, and one to itself in Offprint behind it. */
function writeNote({ uid }: Article, annotation: Annotation): string {
  const words = splitAtLinks(annotation.note ?? '').map((piece) =>
    typeof piece === 'string'
      ? escapeHtml(piece)
      : anchor(deepLink(piece.to.article, piece.to.annotation), piece.words),
  )
  const own = `<a class="print-link" href="${escapeHtml(deepLink(uid, annotation.uid))}" aria-label="${WORDS.open}">↗</a>`
  return `<div class="note" dir="auto">${words.join('')} ${own}</div>`
}

/** Where the article is in Offprint; written out, since a printed sheet cannot be clicked. */
function writeLink({ uid }: Article): string {
  return `<p class="print-source" lang="en" dir="ltr">${anchor(deepLink(uid), '')}</p>`
}

function anchor(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(words === '' ? address : words)}</a>`
}

function writeSource({ publication, byline, published, url }: Article): string {
  const facts = [byline, publication, published, url].filter((fact) => fact !== null)
  return facts.length === 0 ? '' : `<footer class="print-source">${facts.map(escapeHtml).join(' · ')}</footer>`
}
