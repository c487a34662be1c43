import { readXml } from '../../xml/read-xml.ts'

/** An element of an RDF document. */
export interface RdfNode {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly RdfNode[]
  /** Its own text, white space at the ends left out. */
  readonly text: string
}

interface OpenNode {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: RdfNode[]
  text: string
}

/**
 * Reads RDF/XML as a tree, names without their prefix. What stands before a place where the XML breaks is given to
 * `broken` with the failure thrown on.
 *
 * @throws Failure as `readXml`.
 */
export async function readRdf(stream: AsyncIterable<Uint8Array>, path: string): Promise<readonly RdfNode[]> {
  const open: OpenNode[] = []
  let top: readonly RdfNode[] = []
  for await (const event of readXml(stream, { path })) {
    const parent = open.at(-1)
    if (event.kind === 'text') {
      if (parent !== undefined) parent.text += event.text
    } else if (event.kind === 'open') {
      const { local: name, attributes } = event.element
      open.push({ name, attributes, children: [], text: '' })
    } else {
      const closed = open.pop()
      if (closed === undefined) continue
      const owner = open.at(-1)
      if (owner === undefined) top = closed.children
      else owner.children.push({ ...closed, text: closed.text.trim() })
    }
  }
  return top
}

/** The children of one name. */
export function childrenOf(node: RdfNode, name: string): readonly RdfNode[] {
  return node.children.filter((child) => child.name === name)
}

/** The text of the first child of one name, or of what stands in it; null when there is none. */
export function textIn(node: RdfNode, name: string): string | null {
  for (const child of childrenOf(node, name)) {
    const text = wholeText(child)
    if (text !== '') return text
  }
  return null
}

function wholeText(node: RdfNode): string {
  if (node.text !== '') return node.text
  return node.children.map(wholeText).find((text) => text !== '') ?? ''
}

/** Every node below, in document order. */
export function* below(node: RdfNode): Generator<RdfNode> {
  for (const child of node.children) {
    yield child
    yield* below(child)
  }
}

/** What a node refers to (`rdf:resource`), or is called (`rdf:about`, `rdf:ID`). */
export function resourceOf(node: RdfNode): string | null {
  return node.attributes.get('rdf:resource') ?? null
}

/** The name by which others refer to a node. */
export function nameOfNode(node: RdfNode): string | null {
  return node.attributes.get('rdf:about') ?? node.attributes.get('rdf:ID') ?? null
}
