/** As much of a DOM element as the rules look at: this room has no types of the DOM, for there is no page. */
export interface ReaderElement {
  readonly nodeName: string
  readonly textContent: string | null
  getAttribute: (name: string) => string | null
  setAttribute: (name: string, value: string) => void
  removeAttribute: (name: string) => void
  querySelector: (selector: string) => ReaderElement | null
  querySelectorAll: (selector: string) => Iterable<ReaderElement>
  closest: (selector: string) => ReaderElement | null
  contains: (other: ReaderElement) => boolean
  replaceWith: (text: string) => void
  remove: () => void
  normalize: () => void
}

/** As much of a document. */
export interface ReaderDocument {
  querySelector: (selector: string) => ReaderElement | null
}
