import type { Markup, MarkupElement } from '../markup.ts'
import { mathAttributes, mathStructures, mathTokens, mathValue } from './math-allow-list.ts'
import { droppedElements } from './allow-list.ts'
import { escapeAttribute, escapeText, normalLine } from './normal-characters.ts'

/** Formulas nest deeper than this only to do harm; what is deeper is flattened. */
const deepest = 60

interface Frame {
  readonly children: readonly Markup[]
  readonly inToken: boolean
  readonly close: string
  readonly level: number
  index: number
}

/** A formula as HTML and its text. White space between its parts means nothing and is not written. */
export function writeMath(math: MarkupElement): { readonly html: string; readonly text: string } {
  let html = openTag(math)
  let text = ''
  // Text of one token may come in pieces; NFC joins it.
  let run = ''
  const flush = (): void => {
    const line = normalLine(run)
    html += escapeText(line)
    text += line
    run = ''
  }
  const frames: Frame[] = [{ children: math.children, inToken: false, close: '</math>', level: 1, index: 0 }]
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const child = frame.children[frame.index]
    frame.index += 1
    if (child === undefined) {
      frames.pop()
      if (frame.close !== '') flush()
      html += frame.close
    } else if (typeof child === 'string') {
      run += child
    } else if (!droppedElements.has(child.name)) {
      const written = !frame.inToken && frame.level < deepest && isMath(child.name)
      if (written) {
        flush()
        html += openTag(child)
      }
      frames.push({
        children: child.children,
        inToken: frame.inToken || (written && mathTokens.has(child.name)),
        close: written ? `</${child.name}>` : '',
        level: written ? frame.level + 1 : frame.level,
        index: 0,
      })
    }
  }
  return { html, text }
}

function isMath(name: string): boolean {
  return name !== 'math' && (mathStructures.has(name) || mathTokens.has(name))
}

function openTag({ name, attributes }: MarkupElement): string {
  let tag = `<${name}`
  for (const attribute of Object.keys(attributes).sort()) {
    const value = normalLine(attributes[attribute] ?? '')
    if (mathAttributes.has(attribute) && mathValue.test(value)) tag += ` ${attribute}="${escapeAttribute(value)}"`
  }
  return `${tag}>`
}
