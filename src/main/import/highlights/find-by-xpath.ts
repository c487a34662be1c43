import { isElement, textRuns } from './text-nodes.ts'

const STEP = /^(?:(?<text>text\(\))|(?<name>\*|[\w:.-]+))(?:\[(?<index>\d+)\])?$/
const BY_ID = /^\/?\/?\*?\[?@?id\(?["'](?<id>[^"']+)["']\)?\]?$|^\/\/\*\[@id=["'](?<byId>[^"']+)["']\]$/
/** Elements that a browser's page has and a fragment or another parser's tree may not. */
const OPTIONAL = new Set(['html', 'body', 'tbody', 'article', 'section', 'main'])

/** A node that a path names: an element, or the text nodes that together are one text. First child first. */
export type NamedNode = readonly Node[]

/**
 * The node of a simple XPath, as selectors write them: steps of names with an index (`/div[1]/p[2]`, `section/p[3]/text()[1]`),
 * from the container or from the document's root; an id (`//*[@id="x"]/p[1]`) may stand first. Names in any case. Steps
 * that only a whole page has (`html`, `body`, `tbody`, the container itself) may be missing. Undefined when there is none.
 */
export function findByXpath(container: Element, path: string): NamedNode | undefined {
  const { root, steps } = beginning(container, path.trim())
  if (root === undefined) return undefined
  let at: NamedNode = [root]
  for (const [index, step] of steps.entries()) {
    const parsed = STEP.exec(step)?.groups
    const parent = at[0]
    if (parsed === undefined || parent === undefined || !isElement(parent)) return undefined
    const found = takeStep(parent, parsed)
    if (found !== undefined) at = found
    else if (!OPTIONAL.has((parsed.name ?? '').toLowerCase()) || index === steps.length - 1) return undefined
  }
  return at
}

function beginning(
  container: Element,
  path: string,
): { readonly root: Element | undefined; readonly steps: readonly string[] } {
  const withId = /^(?<head>\/\/\*\[@id=["'][^"']+["']\]|id\(["'][^"']+["']\))(?<rest>.*)$/.exec(path)?.groups
  const split = (text: string): readonly string[] => text.split('/').filter((step) => step !== '' && step !== '.')
  if (withId === undefined) return { root: container, steps: split(path) }
  const { id, byId } = BY_ID.exec(withId.head ?? '')?.groups ?? {}
  const wanted = id ?? byId
  const root = Array.from(container.querySelectorAll('[id]')).find((element) => element.id === wanted)
  return { root, steps: split(withId.rest ?? '') }
}

function takeStep(parent: Element, step: Partial<Record<string, string>>): NamedNode | undefined {
  const index = Number(step.index ?? '1') - 1
  if (step.text !== undefined) return textRuns(parent)[index]
  const name = step.name?.toLowerCase() ?? '*'
  const children = Array.from(parent.children).filter(
    (child) => name === '*' || child.localName.toLowerCase() === name.replace(/^\w+:/, ''),
  )
  const child = children[index]
  return child === undefined ? undefined : [child]
}
