import { createRequire } from 'node:module'
import type * as Linkedom from 'linkedom'
import { appError } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { composeShadowRoots } from './compose-shadow-roots.ts'
import { nestingUpTo, walkElements } from './walk.ts'

const load = createRequire(import.meta.url)

/** Deepest nesting that is read, as in Chromium's parser; several steps (Readability among them) recurse. */
const MAX_DEPTH = 512

/** Elements that belong into `<head>` when a page leaves the tags out. */
const HEAD_ELEMENTS = new Set(['TITLE', 'META', 'LINK', 'SCRIPT', 'STYLE', 'BASE'])

/** Elements of a head that hold others. */
const HEAD_HOLDERS = new Set(['NOSCRIPT', 'TEMPLATE'])

/**
 * Parses a page or a fragment into a document that has one `<html>`, `<head>` and `<body>`, attribute names in lower
 * case, shadow roots in their places, no other template, and no nesting deeper than 512. Scripts never run and nothing is loaded. Fails with `import/too-deep`.
 */
export function parsePage(html: string): Result<Document> {
  // Loaded with the first page: a tenth of a second that plain text and the command line do not wait for.
  const { DOMParser } = load('linkedom') as typeof Linkedom
  // linkedom's own types leave out what it does not implement; its documents are what the DOM library here calls so.
  const parsed: unknown = new DOMParser().parseFromString(html === '' ? '<html></html>' : html, 'text/html')
  const document = parsed as Document
  if (isTooDeep(document)) return err(appError('import/too-deep', { limit: MAX_DEPTH }))
  completeStructure(document)
  // linkedom looks attributes up by the very case they were written in.
  if (/<[A-Za-z][^<>]*\s[A-Z]{2,}\s*=/.test(html)) lowerAttributeNames(document)
  if (/<template[\s>/]/i.test(html)) composeShadowRoots(document)
  return ok(document)
}

/** Element by element: a walk from the document on ends at its doctype, which linkedom gives no sibling. */
function isTooDeep(document: Document): boolean {
  return Array.from(document.children).some((child) => nestingUpTo(child, MAX_DEPTH) >= MAX_DEPTH)
}

/**
 * linkedom builds exactly what is written: a fragment has no `<html>`, a page with omitted tags no `<body>`. Then
 * `document.body` would be a new, empty element.
 */
function completeStructure(document: Document): void {
  const { html, hadHtml } = rootOf(document)
  const children = Array.from(html.children)
  let head = children.find((child) => child.tagName === 'HEAD')
  if (head === undefined) {
    head = document.createElement('head')
    html.insertBefore(head, html.firstChild)
  } else if (html.firstElementChild !== head) {
    html.insertBefore(head, html.firstChild)
  }
  const bodies = children.filter((child) => child.tagName === 'BODY')
  const body = bodies[0] ?? document.createElement('body')
  const strays = Array.from(hadHtml ? html.childNodes : document.childNodes).filter((node) =>
    isStray(node, [html, head, body]),
  )
  placeStrays(strays, head, body)
  moveShown(head, body)
  if (head.nextElementSibling !== body) html.insertBefore(body, head.nextSibling)
}

function rootOf(document: Document): { html: Element; hadHtml: boolean } {
  const found = Array.from(document.children).find((child) => child.tagName === 'HTML')
  if (found === undefined) {
    const html = document.createElement('html')
    document.insertBefore(html, document.firstChild)
    return { html, hadHtml: false }
  }
  for (const node of Array.from(document.childNodes)) {
    if (node !== found && (node.nodeType === 1 || node.nodeType === 3)) found.appendChild(node)
  }
  return { html: found, hadHtml: true }
}

function isStray(node: Node, known: readonly Node[]): boolean {
  return !known.includes(node) && (node.nodeType === 1 || node.nodeType === 3)
}

function placeStrays(strays: readonly Node[], head: Element, body: Element): void {
  for (const node of strays) {
    if (node.nodeName === 'BODY') while (node.firstChild !== null) body.appendChild(node.firstChild)
    if (node.nodeName === 'BODY') node.parentNode?.removeChild(node)
    else if (HEAD_ELEMENTS.has(node.nodeName)) head.appendChild(node)
    else body.appendChild(node)
  }
}

/** What is shown ends a head that was not closed before it; Readability looks for the `<body>` above every text. */
function moveShown(head: Element, body: Element): void {
  const first = body.firstChild
  for (const node of Array.from(head.childNodes)) {
    const isText = node.nodeType === 3 && node.textContent?.trim() !== ''
    const isShown = node.nodeType === 1 && !HEAD_ELEMENTS.has(node.nodeName) && !HEAD_HOLDERS.has(node.nodeName)
    if (isText || isShown) body.insertBefore(node, first)
  }
}

function lowerAttributeNames(document: Document): void {
  walkElements(document.documentElement, (element) => {
    for (const name of element.getAttributeNames()) {
      const lower = name.toLowerCase()
      if (lower === name) continue
      const value = element.getAttribute(name) ?? ''
      element.removeAttribute(name)
      if (!element.hasAttribute(lower)) element.setAttribute(lower, value)
    }
  })
}
