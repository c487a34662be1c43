import { NO_CITATION, type Citation } from '../citations/citation.ts'
import { doiIn, webAddress } from '../citations/draft-of-citation.ts'
import { below, childrenOf, nameOfNode, resourceOf, textIn, type RdfNode } from './rdf-tree.ts'

/** A work of a Zotero library with what belongs to it. */
export interface ZoteroItem {
  readonly citation: Citation
  /** Paths of its files from the RDF file on, with their addresses; pages before others. */
  readonly attachments: readonly { readonly path: string; readonly url: string | null }[]
  /** Collections from the root, such as `['Sea', 'Lights']`. */
  readonly collections: readonly (readonly string[])[]
}

/** The works in a Zotero RDF with the files and notes that belong to none, in their order. */
export function zoteroItems(nodes: readonly RdfNode[]): readonly ZoteroItem[] {
  const byName = new Map(nodes.flatMap((node) => [[nameOfNode(node) ?? '', node] as const]))
  const paths = collectionPaths(nodes)
  const owned = ownedNames(nodes)
  return nodes.flatMap((node): readonly ZoteroItem[] => {
    const collections = paths.get(nameOfNode(node) ?? '') ?? []
    if (isWork(node))
      return [{ citation: citationOf(node, byName), attachments: attachmentsOf(node, byName), collections }]
    if (owned.has(nameOfNode(node) ?? '')) return []
    if (textIn(node, 'itemType') === 'attachment') return [{ ...fileAlone(node, byName), collections }]
    return node.name === 'Memo' ? noteAlone(node, byName).map((item) => ({ ...item, collections })) : []
  })
}

/** Names of files and notes that belong to a work. */
function ownedNames(nodes: readonly RdfNode[]): ReadonlySet<string> {
  const references = nodes.flatMap((node) => [...childrenOf(node, 'link'), ...childrenOf(node, 'isReferencedBy')])
  return new Set(references.map((reference) => resourceOf(reference) ?? ''))
}

function fileAlone(node: RdfNode, byName: ReadonlyMap<string, RdfNode>): Omit<ZoteroItem, 'collections'> {
  const citation = citationOf(node, byName)
  const attachments = fileOf(node)
  const name = attachments[0]?.path.split('/').at(-1) ?? null
  return { citation: { ...citation, title: citation.title ?? name }, attachments }
}

/** A note is called by its first line. */
function noteAlone(node: RdfNode, byName: ReadonlyMap<string, RdfNode>): readonly Omit<ZoteroItem, 'collections'>[] {
  const text = plainText(textIn(node, 'value') ?? '')
  if (text === '') return []
  const citation = citationOf(node, byName)
  const title = citation.title ?? text.split('\n')[0]?.slice(0, 120) ?? null
  return [{ citation: { ...citation, title, notes: [text] }, attachments: [] }]
}

function isWork(node: RdfNode): boolean {
  const type = textIn(node, 'itemType')
  return type !== null && type !== 'attachment' && type !== 'note'
}

function citationOf(node: RdfNode, byName: ReadonlyMap<string, RdfNode>): Citation {
  const container = containerOf(node, byName)
  const identifiers = [
    ...childrenOf(node, 'identifier'),
    ...(container === null ? [] : childrenOf(container, 'identifier')),
  ]
  const written = identifiers.map((one) => one.text)
  const url = childrenOf(node, 'identifier').flatMap((one) => textOfUri(one) ?? [])[0] ?? null
  const authors = peopleOf(node, 'authors')
  return {
    ...NO_CITATION,
    id: null,
    title: textIn(node, 'title') ?? textIn(node, 'shortTitle'),
    authors: authors.length > 0 ? authors : peopleOf(node, 'editors'),
    container:
      (container === null ? null : textIn(container, 'title')) ?? textIn(node, 'publicationTitle') ?? publisherOf(node),
    published: textIn(node, 'date'),
    url: webAddress(url),
    doi: written.map(doiIn).find((doi) => doi !== null) ?? null,
    language: textIn(node, 'language'),
    abstract: textIn(node, 'abstract'),
    keywords: childrenOf(node, 'subject')
      .map((subject) => subject.text || (textIn(subject, 'AutomaticTag') ?? ''))
      .filter((tag) => tag !== ''),
    notes: notesOf(node, byName),
    accessed: textIn(node, 'dateSubmitted'),
  }
}

/** `dcterms:URI` with its value inside. */
function textOfUri(identifier: RdfNode): string | null {
  const [uri] = childrenOf(identifier, 'URI')
  return uri === undefined ? null : textIn(uri, 'value')
}

/** The journal or book that a work is part of stands inside, or by itself and is referred to. */
function containerOf(node: RdfNode, byName: ReadonlyMap<string, RdfNode>): RdfNode | null {
  for (const part of childrenOf(node, 'isPartOf')) {
    const referred = byName.get(resourceOf(part) ?? ' ')
    const [inner] = part.children
    const found = referred ?? inner
    if (found !== undefined && !/^Series$/.test(found.name)) return found
  }
  return null
}

function publisherOf(node: RdfNode): string | null {
  const [publisher] = childrenOf(node, 'publisher')
  if (publisher === undefined) return null
  const [organization] = publisher.children
  return organization === undefined ? publisher.text || null : textIn(organization, 'name')
}

function peopleOf(node: RdfNode, role: string): readonly string[] {
  const [group] = childrenOf(node, role)
  if (group === undefined) return []
  return [...below(group)]
    .filter(({ name }) => name === 'Person')
    .map((person) =>
      [textIn(person, 'givenName'), textIn(person, 'surname') ?? textIn(person, 'name')]
        .filter((part) => part !== null)
        .join(' '),
    )
    .filter((name) => name !== '')
}

/** Notes are HTML; what they say is kept as text. */
function notesOf(node: RdfNode, byName: ReadonlyMap<string, RdfNode>): readonly string[] {
  return childrenOf(node, 'isReferencedBy').flatMap((reference) => {
    const memo = byName.get(resourceOf(reference) ?? ' ') ?? reference.children[0]
    const html = memo === undefined ? null : textIn(memo, 'value')
    const text = html === null ? '' : plainText(html)
    return text === '' ? [] : [text]
  })
}

function plainText(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6])\s*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function attachmentsOf(node: RdfNode, byName: ReadonlyMap<string, RdfNode>): ZoteroItem['attachments'] {
  const files = childrenOf(node, 'link').flatMap((link) => {
    const attachment = byName.get(resourceOf(link) ?? ' ') ?? link.children[0]
    return attachment === undefined ? [] : fileOf(attachment)
  })
  // A page that was saved reads better than the PDF of the same work.
  return [...files].sort((one, other) => Number(/\.pdf$/i.test(one.path)) - Number(/\.pdf$/i.test(other.path)))
}

function fileOf(attachment: RdfNode): ZoteroItem['attachments'] {
  const [path] = childrenOf(attachment, 'path')
  const name = path === undefined ? '' : (resourceOf(path) ?? path.text)
  const [identifier] = childrenOf(attachment, 'identifier')
  const url = identifier === undefined ? null : webAddress(textOfUri(identifier))
  return name === '' ? [] : [{ path: name, url }]
}

/** Every collection path that a name is in; collections may hold collections, and by mistake themselves. */
function collectionPaths(nodes: readonly RdfNode[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const collections = new Map(
    nodes.filter(({ name }) => name === 'Collection').map((node) => [nameOfNode(node) ?? '', node]),
  )
  const parents = new Map<string, string>()
  for (const [name, node] of collections) {
    for (const part of childrenOf(node, 'hasPart')) {
      const member = resourceOf(part) ?? ''
      if (collections.has(member) && member !== name && !parents.has(member)) parents.set(member, name)
    }
  }
  const pathTo = (name: string, depth = 0): readonly string[] => {
    const parent = parents.get(name)
    const node = collections.get(name)
    const title = node === undefined ? null : textIn(node, 'title')
    return [
      ...(parent === undefined || depth > 20 ? [] : pathTo(parent, depth + 1)),
      ...(title === null ? [] : [title]),
    ]
  }
  const paths = new Map<string, (readonly string[])[]>()
  for (const [name, node] of collections) {
    for (const part of childrenOf(node, 'hasPart')) {
      const member = resourceOf(part) ?? ''
      if (member !== '' && !collections.has(member)) paths.set(member, [...(paths.get(member) ?? []), pathTo(name)])
    }
  }
  return paths
}
