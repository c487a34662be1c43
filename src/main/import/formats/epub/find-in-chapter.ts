import { parsePage } from '../../html/parse-page.ts'
import { isElement } from '../../html/walk.ts'

/** Characters around a passage that tell it from others. */
const AROUND = 32

/** A passage of a chapter, white space collapsed. */
export interface ChapterPassage {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/**
 * The passage between two of Calibre's places. They are CFIs (EPUB Canonical Fragment Identifiers 1.1) without the step
 * into the package and with a `/2` before the root's own steps: even steps count elements, odd ones the text between them.
 */
export function findInChapter(
  xhtml: string,
  { start, end }: { readonly start: string | null; readonly end: string | null },
): ChapterPassage | null {
  if (start === null || end === null) return null
  const page = parsePage(xhtml)
  if (!page.ok) return null
  const from = offsetOf(page.value, start)
  const to = offsetOf(page.value, end)
  if (from === null || to === null || to <= from) return null
  const text = page.value.documentElement.textContent
  return {
    quote: collapsed(text.slice(from, to)),
    prefix: collapsed(text.slice(Math.max(0, from - AROUND * 2), from)).slice(-AROUND),
    suffix: collapsed(text.slice(to, to + AROUND * 2)).slice(0, AROUND),
  }
}

/** Where a place lies in the document's text, in UTF-16 code units; null when a step leads nowhere. */
function offsetOf(document: Document, cfi: string): number | null {
  const [, path = '', offset = '0'] = /^((?:\/\d+(?:\[[^\]]*\])?)+)(?::(\d+))?/.exec(cfi.trim()) ?? []
  const steps = [...path.matchAll(/\/(\d+)/g)].map(([, step]) => Number(step))
  // `/2` stands for the root itself.
  if (steps.shift() !== 2 || steps.length === 0) return null
  let parent: Node = document.documentElement
  for (const [index, step] of steps.entries()) {
    if (step % 2 === 1) return index === steps.length - 1 ? textOffset(document, parent, step, Number(offset)) : null
    const child = elementsOf(parent)[step / 2 - 1]
    if (child === undefined) return null
    parent = child
  }
  return lengthBefore(document.documentElement, parent) + Number(offset)
}

function textOffset(document: Document, parent: Node, step: number, offset: number): number | null {
  const elements = elementsOf(parent)
  const before = elements[(step - 1) / 2 - 1]
  if (step > 1 && before === undefined) return null
  const start =
    before === undefined
      ? lengthBefore(document.documentElement, parent)
      : lengthBefore(document.documentElement, before) + (before.textContent?.length ?? 0)
  return start + offset
}

function elementsOf(parent: Node): readonly Node[] {
  return Array.from(parent.childNodes).filter(isElement)
}

/** Code units of text in the document before a node begins. */
function lengthBefore(root: Node, node: Node): number {
  let length = 0
  for (let at: Node | null = node; at !== null && at !== root; at = at.parentNode) {
    for (let sibling = at.previousSibling; sibling !== null; sibling = sibling.previousSibling) {
      if (sibling.nodeType === 3 || isElement(sibling)) length += sibling.textContent?.length ?? 0
    }
  }
  return length
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ')
}
